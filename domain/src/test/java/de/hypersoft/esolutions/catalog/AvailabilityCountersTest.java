package de.hypersoft.esolutions.catalog;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.availability.AvailabilityRows;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AvailabilityCountersTest extends AvailabilitiesStage {

    AvailabilityCountersTest(Store store) {
        super(store);
    }

    @Test
    void T19_a_dish_that_must_have_two_pieces_is_gone_when_one_is_left_and_so_is_what_stands_for_it_deeper_down() {
        store.run(() -> {
            versions.stage(
                    location.tenant(),
                    location.id(),
                    Catalogues.document(Catalogues.full(
                            "v1",
                            List.of(
                                    group("balls", 2, 9, option("vanilla", "\"articleId\":\"501\"")),
                                    group("sweet", 1, 1, option("ice", "\"articleId\":\"cup\"")),
                                    group("end", 1, 1, option("dessert", "\"optionGroups\":[\"sweet\"]"))),
                            List.of(
                                    article("menu", "\"optionGroups\":[\"end\"]"),
                                    article("501", ""),
                                    article("cup", "\"optionGroups\":[\"balls\"]")))));
            versions.publish(location.id());
        });

        count("501", 2);
        assertThat(now().blocked()).isEmpty();
        count("501", 1);

        assertThat(now().blocked()).containsExactlyInAnyOrder("cup", "menu");
    }

    @Test
    void T19_an_article_without_a_counter_is_not_counted_and_zero_is_sold_out() {
        sell(article("soup", ""), article("salad", ""));

        count("soup", 0);

        assertThat(now().soldOut("soup")).isTrue();
        assertThat(now().orderable("salad", 99)).isTrue();
        assertThatThrownBy(() -> take(Map.of("soup", 1))).isInstanceOfSatisfying(Conflict.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("sold-out");
            assertThat(refusal.parameters()).containsEntry("article", "soup");
        });
    }

    @Test
    void T19_a_counter_on_a_component_counts_for_the_dish_and_names_the_dish() {
        sell(article("dough", ""), article("pizza", "\"components\":[\"dough\"]"));
        count("dough", 3);

        take(Map.of("pizza", 2));

        assertThat(now().remaining()).containsEntry("pizza", 1).containsEntry("dough", 1);
        assertThatThrownBy(() -> take(Map.of("pizza", 2)))
                .isInstanceOfSatisfying(Conflict.class, refusal -> assertThat(refusal.parameters())
                        .containsEntry("article", "pizza")
                        .containsEntry("left", 1));
    }

    @Test
    void what_was_taken_can_be_given_back() {
        sell(article("soup", ""));
        count("soup", 2);
        take(Map.of("soup", 2));

        store.run(() -> availabilities.giveBack(location.id(), Map.of("soup", 2)));

        assertThat(now().remaining()).containsEntry("soup", 2);
    }

    @Test
    void T19_of_two_buyers_of_the_last_portion_one_loses_politely() throws Exception {
        sell(article("soup", ""));
        count("soup", 1);

        List<String> outcomes = Together.run(8, () -> {
            try {
                take(Map.of("soup", 1));
                return "taken";
            } catch (Refusal refusal) {
                return refusal.code();
            }
        });

        assertThat(outcomes).containsOnlyOnce("taken").contains("sold-out").hasSize(8);
        assertThat(outcomes.stream().distinct()).hasSize(2);
    }

    @Test
    void T19_whoever_loses_the_race_for_the_last_portions_is_told_what_the_others_left() {
        sell(article("soup", ""));
        count("soup", 3);

        assertThatThrownBy(() -> takeAfter(() -> take(Map.of("soup", 2)), 2))
                .isInstanceOfSatisfying(Conflict.class, refusal -> assertThat(refusal.parameters())
                        .containsEntry("article", "soup")
                        .containsEntry("left", 1));
        assertThat(now().remaining()).containsEntry("soup", 1);
    }

    @Test
    void a_portion_that_came_back_after_the_first_look_and_one_that_is_counted_no_more_are_sold() {
        sell(article("soup", ""));
        count("soup", 1);

        takeAfter(() -> count("soup", 2), 2);
        assertThat(now().remaining()).containsEntry("soup", 0);

        count("soup", 1);
        takeAfter(() -> report(null, List.of()), 2);
        assertThat(now().remaining()).isEmpty();
    }

    /** Takes portions of soup, after others did something between the first look and the taking. */
    private void takeAfter(Runnable meanwhile, int portions) {
        AvailabilityRows rows = new AvailabilityRows(store.entities()) {
            private boolean done;

            @Override
            public boolean take(LocationId of, String article, int pieces) {
                if (!done) CompletableFuture.runAsync(meanwhile).join();
                done = true;
                return super.take(of, article, pieces);
            }
        };
        store.run(() -> node(rows).take(location.id(), Map.of("soup", portions)));
    }

    @Test
    void a_counter_that_is_reported_no_more_is_counted_no_more() {
        sell(article("soup", ""));
        count("soup", 0);

        report(null, List.of());

        assertThat(now().orderable("soup", 99)).isTrue();
    }
}
