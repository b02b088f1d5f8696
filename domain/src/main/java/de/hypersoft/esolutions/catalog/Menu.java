package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.availability.AvailabilityWindow;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One published, immutable version of what a location sells (T24). Everything in it was checked when it came in, so
 * every id used in it resolves. Maps keep the catalogue's sort order.
 */
public record Menu(
        String version,
        Currency currency,
        List<Category> categories,
        Map<String, Article> articles,
        Map<String, OptionGroup> optionGroups,
        Map<String, Deposit> deposits,
        Map<String, VatClass> vatClasses) {

    /** Options hang at most so deep below an article; deeper ones are refused when a catalogue comes in. */
    public static final int DEEPEST_CHOICE = 8;

    /** More pieces of one group or option cannot be picked, whatever a catalogue says. */
    public static final int MOST_OF_A_CHOICE = 99;

    public record Category(String id, LocalizedText name, int sort) {}

    /**
     * @param price gross, per piece, without options and deposit; may be zero ("Wunschpizza")
     * @param prices deviating gross prices by order type
     * @param discountBasisPoints the article's discount, 0 to 10000, applied to price and each positive option (T1-T4)
     * @param components ids of the articles in its recipe; blocking one blocks this article (T19)
     * @param allergens codes of {@link Allergen}; empty when it is declared free of them, null when nothing is declared
     * @param deposit id of the container deposit on this article, or null (T6)
     * @param minimumAge 0 for none; 16 and 18 in most countries, 20 or 21 in others (L24)
     * @param content net quantity, from which the price per litre or kilogram follows (L19), or null
     * @param sellable false for an ingredient or a part of a menu that is never sold by itself
     * @param windows when it is served; empty for always (T20)
     * @param marks what guests look for or avoid at a glance: VEGAN, VEGETARIAN, SPICY, ALCOHOL
     */
    public record Article(
            String id,
            String category,
            LocalizedText name,
            LocalizedText description,
            Money price,
            Map<OrderType, Money> prices,
            int discountBasisPoints,
            String vatClass,
            List<String> optionGroups,
            List<String> components,
            @Nullable List<String> allergens,
            List<String> additives,
            @Nullable String deposit,
            int minimumAge,
            @Nullable Content content,
            int sort,
            boolean sellable,
            List<AvailabilityWindow> windows,
            List<String> marks) {

        /** An article that is sold, at any time. */
        public Article(
                String id,
                String category,
                LocalizedText name,
                LocalizedText description,
                Money price,
                Map<OrderType, Money> prices,
                int discountBasisPoints,
                String vatClass,
                List<String> optionGroups,
                List<String> components,
                @Nullable List<String> allergens,
                List<String> additives,
                @Nullable String deposit,
                int minimumAge,
                @Nullable Content content,
                int sort) {
            this(
                    id,
                    category,
                    name,
                    description,
                    price,
                    prices,
                    discountBasisPoints,
                    vatClass,
                    optionGroups,
                    components,
                    allergens,
                    additives,
                    deposit,
                    minimumAge,
                    content,
                    sort,
                    true,
                    List.of(),
                    List.of());
        }

        /** What is declared in it; ask {@link #allergens()} whether anything is. */
        public List<String> declaredAllergens() {
            return allergens == null ? List.of() : allergens;
        }

        /** Whether it is served at the time the guest gets it, by the location's own clock (T20). */
        public boolean servedAt(Instant fulfilment, ZoneId zone) {
            LocalDateTime local = LocalDateTime.ofInstant(fulfilment, zone);
            return windows.isEmpty() || windows.stream().anyMatch(w -> w.holds(local));
        }

        public Money priceFor(OrderType type) {
            return prices.getOrDefault(type, price);
        }
    }

    /** Net quantity of a packaged good, {@code amount} in millilitres or grams ({@code unit} "ml" or "g"). */
    public record Content(int amount, String unit) {}

    /**
     * @param min at least so many pieces of its options together (1 or more: forced)
     * @param max at most so many; above the number of options some may be taken several times
     */
    public record OptionGroup(String id, LocalizedText name, int min, int max, List<Option> options) {
        public boolean forced() {
            return min > 0;
        }

        public Optional<Option> option(String optionId) {
            return options.stream().filter(o -> o.id().equals(optionId)).findFirst();
        }

        /** How many pieces of this option the group takes. */
        public int mostOf(Option option) {
            return Math.min(max, option.max());
        }
    }

    /**
     * @param price added per piece of it; may be negative, then it is never discounted (T4)
     * @param articleId the article this option stands for (blocks, counters, deposit, VAT, age follow it), or null
     * @param optionGroups groups asked in turn when this option is picked
     * @param max at most so many pieces of it, 1 to 99
     */
    public record Option(
            String id,
            LocalizedText name,
            Money price,
            @Nullable String articleId,
            List<String> allergens,
            List<String> optionGroups,
            int max) {

        /** An option without a limit of its own. */
        public Option(
                String id,
                LocalizedText name,
                Money price,
                @Nullable String articleId,
                List<String> allergens,
                List<String> optionGroups) {
            this(id, name, price, articleId, allergens, optionGroups, MOST_OF_A_CHOICE);
        }

        /** What one piece adds under an article's discount. */
        public Money priceAfter(int discountBasisPoints) {
            return price.isPositive() ? price.discounted(discountBasisPoints) : price;
        }
    }

    public record Deposit(String id, Money amount, DepositKind kind) {}

    public record VatClass(String id, List<DatedRates> rates) {
        /** The rate on the day of supply (L8). */
        public VatRate on(LocalDate supply, boolean onSite) {
            DatedRates valid = rates.stream()
                    .filter(r -> !r.from().isAfter(supply))
                    .reduce((a, b) -> a.from().isAfter(b.from()) ? a : b)
                    .orElseThrow(() -> new IllegalStateException("VAT class " + id + " has no rate on " + supply));
            return onSite ? valid.onSite() : valid.takeAway();
        }
    }

    public record DatedRates(LocalDate from, VatRate onSite, VatRate takeAway) {}

    /** Any article, also one that is only part of another; what a guest may put in the cart is {@link Article#sellable()}. */
    public Optional<Article> article(String id) {
        return Optional.ofNullable(articles.get(id));
    }

    /** The article an option stands for, if there is one. */
    public @Nullable Article standsFor(Option option) {
        return option.articleId() == null ? null : articles.get(option.articleId());
    }

    /** What an option brings with it: its own and those of the article it stands for (T17). */
    public List<String> allergensOf(Option option) {
        Article stands = standsFor(option);
        List<String> more = stands == null ? null : stands.allergens();
        return more == null
                ? option.allergens()
                : Stream.concat(option.allergens().stream(), more.stream())
                        .distinct()
                        .toList();
    }

    public List<Article> articlesOf(String category) {
        return articles.values().stream()
                .filter(a -> a.sellable() && a.category().equals(category))
                .toList();
    }

    public List<OptionGroup> groupsOf(Article article) {
        return groups(article.optionGroups());
    }

    public List<OptionGroup> groups(List<String> ids) {
        List<OptionGroup> result = new ArrayList<>();
        for (String id : ids) {
            OptionGroup group = optionGroups.get(id);
            if (group != null) result.add(group);
        }
        return result;
    }
}
