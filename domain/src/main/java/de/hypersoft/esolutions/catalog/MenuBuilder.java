package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.availability.AvailabilityWindow;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.Sharing;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the menu of a checked catalogue, in the catalogue's sort order. */
public final class MenuBuilder {

    private static final AllergenWords CODES = new AllergenWords("", Map.of());

    private final Currency currency;
    private final Sharing sharing = new Sharing();

    private MenuBuilder(String currency) {
        this.currency = Currency.getInstance(currency);
    }

    public static Menu menu(CatalogDocument checked) {
        return new MenuBuilder(checked.currency()).build(checked);
    }

    private Menu build(CatalogDocument document) {
        Map<String, Integer> categoryPlace = new LinkedHashMap<>();
        List<Menu.Category> categories = document.categories().stream()
                .map(c -> new Menu.Category(c.id(), new LocalizedText(c.name()), c.sort()))
                .sorted(Comparator.comparingInt(Menu.Category::sort))
                .toList();
        for (Menu.Category category : categories) categoryPlace.put(category.id(), categoryPlace.size());
        Comparator<Menu.Article> order =
                Comparator.comparingInt(a -> categoryPlace.getOrDefault(a.category(), Integer.MAX_VALUE));
        return new Menu(
                document.version(),
                currency,
                categories,
                index(
                        document.articles().stream()
                                .map(this::article)
                                .sorted(order.thenComparingInt(Menu.Article::sort)),
                        Menu.Article::id),
                index(document.optionGroups().stream().map(this::group), Menu.OptionGroup::id),
                index(document.deposits().stream().map(this::deposit), Menu.Deposit::id),
                index(document.vatClasses().stream().map(MenuBuilder::vatClass), Menu.VatClass::id));
    }

    private Menu.Article article(CatalogDocument.Article a) {
        return new Menu.Article(
                a.id(),
                sharing.one(a.category() == null ? "" : a.category()),
                new LocalizedText(a.name()),
                new LocalizedText(a.description()),
                money(a.price()),
                sharing.one(prices(a.prices())),
                a.discountPercent() == null ? 0 : discountBasisPoints(a.discountPercent()),
                sharing.one(a.vatClass()),
                List.copyOf(a.optionGroups()),
                sharing.one(List.copyOf(a.components())),
                a.allergens() == null ? null : sharing.one(known(a.allergens())),
                sharing.one(List.copyOf(a.additives())),
                a.deposit(),
                a.minimumAge(),
                a.content() == null
                        ? null
                        : new Menu.Content(a.content().amount(), a.content().unit()),
                a.sort(),
                a.sellable(),
                a.windows().stream().map(MenuBuilder::window).toList(),
                sharing.one(List.copyOf(a.marks())));
    }

    /** Menus of before the list of codes keep what they said; their spellings become codes where they are known. */
    private static List<String> known(List<String> allergens) {
        if (allergens.stream().allMatch(code -> Allergen.of(code).isPresent())) return List.copyOf(allergens);
        AllergenWords.Read read = CODES.read(allergens);
        return Stream.concat(read.codes().stream(), read.unknown().stream()).toList();
    }

    /** A percentage is a rate like any other; read by the same rules, up to 100 %. */
    public static int discountBasisPoints(String percent) {
        return (int) Money.parse(percent, Currency.getInstance("EUR")).minor();
    }

    private Map<OrderType, Money> prices(Map<String, String> given) {
        Map<OrderType, Money> result = new EnumMap<>(OrderType.class);
        given.forEach((type, price) -> result.put(OrderType.valueOf(type), money(price)));
        return Collections.unmodifiableMap(result);
    }

    public static AvailabilityWindow window(CatalogDocument.Window window) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        window.days().forEach(d -> days.add(DayOfWeek.valueOf(d)));
        return new AvailabilityWindow(days, LocalTime.parse(window.from()), LocalTime.parse(window.until()));
    }

    private Menu.OptionGroup group(CatalogDocument.OptionGroup g) {
        return new Menu.OptionGroup(
                g.id(),
                sharing.one(new LocalizedText(g.name())),
                g.min(),
                Math.min(g.max(), Menu.MOST_OF_A_CHOICE),
                sharing.one(g.options().stream().map(this::option).toList()));
    }

    private Menu.Option option(CatalogDocument.Option o) {
        return new Menu.Option(
                o.id(),
                sharing.one(new LocalizedText(o.name())),
                money(o.price()),
                o.articleId(),
                known(o.allergens()),
                List.copyOf(o.optionGroups()),
                o.max() == null ? Menu.MOST_OF_A_CHOICE : Math.min(o.max(), Menu.MOST_OF_A_CHOICE));
    }

    private Menu.Deposit deposit(CatalogDocument.Deposit d) {
        return new Menu.Deposit(d.id(), money(d.amount()), DepositKind.valueOf(d.kind()));
    }

    public static Menu.VatClass vatClass(CatalogDocument.VatClass v) {
        return new Menu.VatClass(
                v.id(),
                v.rates().stream()
                        .map(r -> new Menu.DatedRates(
                                LocalDate.parse(r.from()), VatRate.parse(r.onSite()), VatRate.parse(r.takeAway())))
                        .toList());
    }

    private Money money(String decimal) {
        return sharing.one(Money.parse(decimal, currency));
    }

    private static <T> Map<String, T> index(Stream<T> things, Function<T, String> id) {
        Map<String, T> result = new LinkedHashMap<>();
        things.forEach(t -> result.put(id.apply(t), t));
        return Collections.unmodifiableMap(result);
    }
}
