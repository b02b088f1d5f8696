package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.Selection.Pick;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.shop.guard.Forms;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was picked, on the page and back again. */
class ChoicesTest {

    private static final Menu.Article BOX = article();
    private final Menu menu = new Menu(
            "test",
            Currency.getInstance("EUR"),
            List.of(),
            Map.of("box", BOX),
            Arrays.stream(new Menu.OptionGroup[] {
                        group("size", 1, 1, option("s", 1), option("l", 1)),
                        group("parts", 0, 4, option("wings", 99, "sauce"), option("corn", 1)),
                        group("sauce", 1, 2, option("bbq", 99), option("mayo", 1))
                    })
                    .collect(Collectors.toMap(Menu.OptionGroup::id, Function.identity())),
            Map.of(),
            Map.of());

    @Test
    void a_line_opened_for_a_change_and_sent_as_it_is_stays_the_same_tree() {
        Selection chosen = chosen(
                new Pick("size", "l"),
                new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq", 2, List.of()))),
                new Pick("parts", "wings", 2, List.of(new Pick("sauce", "bbq"), new Pick("sauce", "mayo"))),
                new Pick("parts", "corn"));

        assertThat(picks(sent(shown(chosen, "")))).isEqualTo(chosen.picks());
    }

    @Test
    void the_same_option_can_be_had_once_more_with_other_choices() {
        Selection one = chosen(
                new Pick("size", "l"), new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq", 1, List.of()))));

        String sent = sent(shown(one, again(shown(one, ""))));

        assertThat(picks(sent + "g.parts/wings~2/sauce=mayo"))
                .containsExactly(
                        new Pick("size", "l"),
                        new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq"))),
                        new Pick("parts", "wings", 1, List.of(new Pick("sauce", "mayo"))));
    }

    @Test
    void where_no_more_fit_one_of_those_that_are_alike_becomes_the_other_and_none_is_sold_that_may_not() {
        Selection full = chosen(
                new Pick("size", "l"),
                new Pick("parts", "wings", 3, List.of(new Pick("sauce", "bbq"))),
                new Pick("parts", "corn"));
        Selection fullOfEach = chosen(
                new Pick("size", "l"),
                new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq"))),
                new Pick("parts", "wings", 1, List.of(new Pick("sauce", "mayo"))),
                new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq", 2, List.of()))),
                new Pick("parts", "corn"));

        assertThat(wings(shown(full, again(shown(full, "")))))
                .extracting(ArticleView.Option::pieces)
                .containsExactly(2, 1);
        assertThat(wings(shown(fullOfEach, "parts/wings")))
                .extracting(ArticleView.Option::pieces)
                .containsExactly(1, 1, 1, 0);
    }

    @Test
    void only_what_asks_something_and_may_be_had_more_than_once_is_offered_again() {
        List<ArticleView.Group> groups = shown(chosen(), "");

        assertThat(groups)
                .flatExtracting(ArticleView.Group::options)
                .filteredOn(option -> option.again() != null)
                .extracting(ArticleView.Option::id)
                .containsExactly("wings");
        assertThat(wings(shown(chosen(), "parts/corn"))).hasSize(1);
    }

    @Test
    void a_dish_that_costs_nothing_itself_shows_the_price_of_its_sizes_and_what_extras_add() {
        assertThat(prices(Money.of(0, "EUR"))).containsExactly("0,50 €", "0,50 €", "+0,50 €", "+0,50 €");
        assertThat(prices(Money.of(1, "EUR"))).containsOnly("+0,50 €");
    }

    private List<String> prices(Money own) {
        return new OptionViews(menu, Availability.ALL, 0, page(), "")
                .of(Picked.of(menu, BOX, chosen()), own).stream()
                        .flatMap(group -> group.options().stream())
                        .map(option -> option.price().replace('\u00a0', ' '))
                        .toList();
    }

    @Test
    void what_is_left_in_the_kitchen_is_shared_by_all_of_a_kind() {
        Selection one = chosen(new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq"))));
        Availability last = new Availability(Set.of(), Map.of("wings", 1), Map.of());

        assertThat(wings(new OptionViews(menu, last, 0, page(), "parts/wings")
                        .of(Picked.of(menu, BOX, one), BOX.price())))
                .singleElement()
                .satisfies(option -> assertThat(option.again()).isNull());
    }

    private List<ArticleView.Group> shown(Selection chosen, String again) {
        return new OptionViews(menu, Availability.ALL, 0, page(), again).of(Picked.of(menu, BOX, chosen), BOX.price());
    }

    /** What the one button of the page sends. */
    private static String again(List<ArticleView.Group> groups) {
        return wings(groups).stream()
                .map(ArticleView.Option::again)
                .filter(Objects::nonNull)
                .map(ArticleView.Again::place)
                .collect(Collectors.joining());
    }

    private static List<ArticleView.Option> wings(List<ArticleView.Group> groups) {
        return groups.stream()
                .flatMap(group -> group.options().stream())
                .filter(option -> option.id().equals("wings"))
                .toList();
    }

    @Test
    void a_fault_stands_at_the_very_group_and_not_at_its_twin() {
        Picked picked = Picked.of(
                menu,
                BOX,
                chosen(
                        new Pick("size", "l"),
                        new Pick("parts", "wings", 1, List.of(new Pick("sauce", "bbq"))),
                        new Pick("parts", "wings", 1, List.of())));

        assertThat(SelectionRules.wrongCounts(menu, picked))
                .extracting(wrong -> Choices.field(picked, wrong))
                .containsExactly("g.parts/wings~2/sauce");
    }

    @Test
    void what_is_not_picked_brings_nothing_of_what_hangs_below_it_and_nonsense_is_not_swallowed() {
        assertThat(picks("g.size=l&q.parts/wings=0&q.parts/wings/sauce/bbq=2&g.parts/wings/sauce=mayo"))
                .containsExactly(new Pick("size", "l"));
        assertThat(picks("g.size=xl&q.parts/wings=many"))
                .containsExactly(new Pick("size", "xl"), new Pick("parts", "wings", -1, List.of()));
        assertThat(picks("g.parts=wings")).containsExactly(new Pick("parts", "wings"));
    }

    private List<Pick> picks(String body) {
        return Choices.picks(menu, BOX, Forms.of(body));
    }

    /** All fields, as a browser sends them. */
    private static String sent(List<ArticleView.Group> groups) {
        StringBuilder body = new StringBuilder();
        for (ArticleView.Group group : groups) {
            for (ArticleView.Option option : group.options()) {
                if (!option.counter().isEmpty())
                    body.append(option.counter())
                            .append('=')
                            .append(option.pieces())
                            .append('&');
                else if (option.pieces() > 0)
                    body.append(group.field()).append('=').append(option.id()).append('&');
                body.append(sent(option.nested()));
            }
        }
        return body.toString();
    }

    private static Selection chosen(Pick... picks) {
        return new Selection("box", 1, List.of(picks), "");
    }

    private static Menu.OptionGroup group(String id, int min, int max, Menu.Option... options) {
        return new Menu.OptionGroup(id, LocalizedText.NONE, min, max, List.of(options));
    }

    private static Menu.Option option(String id, int most, String... asks) {
        return new Menu.Option(id, LocalizedText.NONE, Money.of(50, "EUR"), id, List.of(), List.of(asks), most);
    }

    private static Menu.Article article() {
        return new Menu.Article(
                "box",
                "all",
                LocalizedText.NONE,
                LocalizedText.NONE,
                Money.of(10_00, "EUR"),
                Map.of(),
                0,
                "FOOD",
                List.of("size", "parts"),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                null,
                1);
    }

    private static ShopPage page() {
        return new ShopPage(
                ShopPage.TEXTS.german(),
                Formats.GERMAN,
                null,
                null,
                "",
                "/",
                Optional.empty(),
                Instant.parse("2026-11-22T18:00:00Z"),
                false,
                "token",
                null,
                null);
    }
}
