package de.hypersoft.esolutions.sync.held;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.stage.OtherLimits;
import de.hypersoft.esolutions.sync.HeldLoadsStage;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads.Decision;
import de.hypersoft.esolutions.sync.request.SyncStage;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A load from the till never empties a menu: of ten dishes the third that disappears holds it (20 %, at least 3). */
@OnBothDatabases
class HeldLoadTest extends HeldLoadsStage {

    HeldLoadTest(Store store) {
        super(store);
    }

    @Test
    void a_load_without_most_dishes_is_not_shown_by_the_cut_off() {
        full(dishes(1, 10));

        LoadReport report = full(dishes(1, 3));

        assertThat(report.state()).isEqualTo(LoadReport.State.HELD);
        assertThat(report.missing()).isEqualTo(new LoadReport.Missing(10, 7));
        cutoff();
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void a_load_whose_dishes_are_refused_is_held_like_one_without_them() {
        full(dishes(1, 10));

        full(Stream.concat(
                        dishes(1, 7).stream(),
                        IntStream.rangeClosed(8, 10).mapToObj(i -> article("" + i, "\"deposit\":\"KEG\"")))
                .toList());

        cutoff();
        assertThat(menu().articles()).hasSize(10);
        assertThat(missing("", 0).dishes())
                .extracting(DecideHeldLoads.Dish::why)
                .hasSize(3)
                .allSatisfy(why -> assertThat(why).contains("KEG"));
    }

    @Test
    void a_menu_whose_prices_were_sent_in_cents_is_held_and_both_prices_are_shown() {
        full(dishes(1, 10));

        LoadReport report = full(IntStream.rangeClosed(1, 10)
                .mapToObj(i -> article("" + i, "").replace("9.90", "990.00"))
                .toList());

        assertThat(report.state()).isEqualTo(LoadReport.State.HELD);
        assertThat(missing("", 0).dishes()).hasSize(10).allSatisfy(dish -> {
            assertThat(dish.price()).isEqualTo(new PriceChange("9.90", "990.00"));
            assertThat(dish.why()).isNull();
        });
        cutoff();
        assertThat(menu().article("1").orElseThrow().price().decimal()).isEqualTo("9.90");
    }

    @Test
    void one_dish_that_costs_five_times_as_much_is_remarked_on_and_a_dearer_menu_is_not() {
        full(dishes(1, 10));

        LoadReport one = full(
                Stream.concat(dishes(1, 9).stream(), Stream.of(article("10", "").replace("9.90", "49.50")))
                        .toList());
        assertThat(one.state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(one.notes())
                .filteredOn(note -> note.code().equals("price-jump"))
                .singleElement()
                .satisfies(note -> assertThat(note.detail()).contains("9.90", "49.50"));

        LoadReport dearer = full(IntStream.rangeClosed(1, 10)
                .mapToObj(i -> article("" + i, "").replace("9.90", "19.90"))
                .toList());
        assertThat(dearer.state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(dearer.notes()).noneMatch(note -> note.code().equals("price-jump"));
    }

    @Test
    void two_dishes_of_ten_may_leave_without_anybody_being_asked() {
        full(dishes(1, 10));

        assertThat(full(dishes(1, 8)).state()).isEqualTo(LoadReport.State.STAGED);

        cutoff();
        assertThat(menu().articles()).hasSize(8);
    }

    @Test
    void three_dishes_of_twenty_may_leave_because_that_is_less_than_the_share() {
        full(dishes(1, 20));

        assertThat(full(dishes(1, 17)).state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(full(dishes(1, 16)).state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(full(dishes(1, 15)).state()).isEqualTo(LoadReport.State.HELD);
    }

    @Test
    void a_location_that_chose_35_percent_and_four_dishes_is_judged_by_these() {
        OtherLimits.at(
                location,
                store,
                new LocationLimits(35, 4, Duration.ofMinutes(60), Duration.ofMinutes(3), Duration.ofMinutes(30)));
        full(dishes(1, 10));

        assertThat(full(dishes(1, 7)).state()).as("30 %").isEqualTo(LoadReport.State.STAGED);
        assertThat(full(dishes(1, 6)).state()).as("40 %, four dishes").isEqualTo(LoadReport.State.HELD);
        decide(Decision.DISCARD);
        full(dishes(1, 8));
        cutoff();
        assertThat(full(dishes(1, 5)).state())
                .as("three of eight are 37 %, but fewer than four")
                .isEqualTo(LoadReport.State.STAGED);
    }

    @Test
    void small_steps_are_judged_against_what_guests_see() {
        full(dishes(1, 10));
        increment("\"removed\":{\"articles\":[\"10\"]}");
        increment("\"removed\":{\"articles\":[\"9\"]}");

        assertThat(increment("\"removed\":{\"articles\":[\"8\"]}").state()).isEqualTo(LoadReport.State.HELD);

        cutoff();
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void an_increment_that_refuses_most_dishes_is_held() {
        full(dishes(1, 10));

        LoadReport report = increment("\"vatClasses\":[{\"id\":\"FOOD\",\"rates\":[]}],\"articles\":["
                + article("11", "").replace("FOOD", "DRINK") + "]");

        assertThat(report.state()).isEqualTo(LoadReport.State.HELD);
        cutoff();
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void a_sync_that_was_asked_for_does_not_show_a_held_load() {
        full(dishes(1, 10));
        parts.tills.till = Optional.of("Kasse 1");
        store.run(() -> parts.syncs.request(location.tenant(), location.id(), MIA));

        full(dishes(1, 3));

        assertThat(store.in(() -> parts.sync.progress(location.id())))
                .hasValueSatisfying(progress -> assertThat(progress.stage()).isEqualTo(SyncStage.HELD));
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void a_first_load_with_refused_dishes_waits_for_a_person() {
        LoadReport report = full(List.of(article("1", ""), article("2", "\"deposit\":\"KEG\"")));

        assertThat(report.state()).isEqualTo(LoadReport.State.HELD);
        assertThat(shown()).isFalse();
        assertThat(open()).hasValueSatisfying(held -> {
            assertThat(held.first()).isTrue();
            assertThat(held.missing()).isEqualTo(1);
            assertThat(held.onSale()).isEqualTo(2);
        });
        decide(Decision.PUBLISH);
        assertThat(menu().articles()).containsOnlyKeys("1");
    }

    @Test
    void a_first_load_with_dishes_that_cannot_be_read_waits_even_after_an_increment_about_something_else() {
        full(List.of(article("1", ""), article("2", "").replace("9.90", "9.90 EUR")));

        assertThat(increment("\"articles\":[" + article("1", "\"sort\":5") + "]")
                        .state())
                .isEqualTo(LoadReport.State.HELD);

        assertThat(increment("\"articles\":[" + article("2", "") + "]").state())
                .as("the dish is mended, nothing is refused any more")
                .isEqualTo(LoadReport.State.PUBLISHED);
        assertThat(menu().articles()).containsOnlyKeys("1", "2");
    }

    @Test
    void a_first_load_of_which_nothing_was_refused_is_shown_at_once() {
        assertThat(full(dishes(1, 10)).state()).isEqualTo(LoadReport.State.PUBLISHED);
    }
}
