package de.hypersoft.esolutions.catalog.availability;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.AvailabilitiesStage;
import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AvailabilitiesTest extends AvailabilitiesStage {

    AvailabilitiesTest(Store store) {
        super(store);
    }

    @Test
    void a_block_of_an_article_that_nobody_sells_is_an_error_that_names_it_and_nothing_is_blocked() {
        sell(article("pizza", ""), article("salad", ""));
        ManageAvailability.Report typo = ManageAvailability.Report.of(
                List.of(new ManageAvailability.Block("salad", null), new ManageAvailability.Block("piza", null)),
                List.of());

        assertThatThrownBy(() -> store.run(
                        () -> availability.report(location.tenant(), location.id(), typo, Actor.till("1", "Kasse"))))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("unknown-article");
                    assertThat(refusal.field()).isEqualTo("blocks");
                    assertThat(refusal).hasMessageContaining("piza");
                });
        assertThat(now().blocked()).isEmpty();
    }

    @Test
    void T19_a_blocked_component_blocks_every_article_that_contains_it_however_deep() {
        sell(
                article("cheese", ""),
                article("sauce", "\"components\":[\"cheese\"]"),
                article("pizza", "\"components\":[\"sauce\"]"),
                article("salad", ""));

        block("cheese", null);

        assertThat(now().blocked()).containsExactlyInAnyOrder("cheese", "sauce", "pizza");
        assertThat(now().orderable("salad", 1)).isTrue();
    }

    @Test
    void T19_a_block_holds_at_its_own_location_only() {
        Location other = store.in(() -> TestLocations.another(
                store,
                store.entities()
                        .find(
                                de.hypersoft.esolutions.tenancy.Tenant.class,
                                location.tenant().value()),
                clock.instant()));
        sell(article("cheese", ""));
        sellAt(other, article("cheese", ""));

        block("cheese", null);

        assertThat(store.in(() -> availabilities.of(other.id())).blocked()).isEmpty();
        assertThat(now().blocked()).containsExactly("cheese");
    }

    @Test
    void T19_an_article_whose_forced_choice_is_all_blocked_cannot_be_had() {
        store.run(() -> {
            versions.stage(
                    location.tenant(),
                    location.id(),
                    Catalogues.document(Catalogues.full(
                            "v1",
                            List.of(group(
                                    "can",
                                    1,
                                    1,
                                    option("cola", "\"articleId\":\"501\""),
                                    option("fanta", "\"articleId\":\"502\""))),
                            List.of(
                                    article("501", ""),
                                    article("502", ""),
                                    article("steak", "\"optionGroups\":[\"can\"]")))));
            versions.publish(location.id());
        });

        block("501", null);
        assertThat(now().soldOut("steak")).isFalse();
        block("502", null);

        assertThat(now().soldOut("steak")).isTrue();
    }

    @Test
    void a_block_with_an_end_lifts_itself_and_says_when() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        sell(article("soup", ""));
        block("soup", noon);
        assertThat(now().backAt("soup")).isEqualTo(noon);

        clock.advance(Duration.ofHours(1));

        assertThat(now().blocked()).isEmpty();
    }

    @Test
    void a_blocked_article_is_not_taken() {
        sell(article("soup", ""));
        block("soup", null);

        assertThatThrownBy(() -> take(Map.of("soup", 1)))
                .isInstanceOfSatisfying(
                        Conflict.class, r -> assertThat(r.code()).isEqualTo("article-blocked"));
    }

    @Test
    void a_report_of_another_node_is_seen_within_two_seconds() {
        Availabilities other = node();
        sell(article("soup", ""));
        assertThat(store.in(() -> other.of(location.id())).blocked()).isEmpty();
        block("soup", null);

        clock.advance(Duration.ofSeconds(2));

        assertThat(store.in(() -> other.of(location.id())).blocked()).containsExactly("soup");
    }

    @Test
    void while_the_database_is_away_guests_are_shown_what_stood_there_last() {
        sell(article("soup", ""), article("salad", ""));
        block("soup", null);
        assertThat(now().blocked()).containsExactly("soup");

        clock.advance(Duration.ofMinutes(59));
        assertThat(whileTheDatabaseIsAway().blocked()).containsExactly("soup");

        block("salad", null);
        assertThat(now().blocked()).as("with the database").containsExactlyInAnyOrder("soup", "salad");
    }

    @Test
    void what_changed_just_before_the_database_went_away_still_leaves_a_copy() {
        sell(article("soup", ""));
        now();

        availabilities.changed(new Changed(
                Changed.What.AVAILABILITY,
                location.tenant().value(),
                location.id().value(),
                location.id().value()));

        assertThat(whileTheDatabaseIsAway()).isEqualTo(Availability.ALL);
    }

    @Test
    void a_block_lifts_itself_while_the_database_is_away() {
        sell(article("soup", ""), article("salad", ""));
        block("soup", clock.instant().plus(Duration.ofMinutes(10)));
        block("salad", null);
        assertThat(now().blocked()).contains("soup");

        clock.advance(Duration.ofMinutes(10));

        assertThat(whileTheDatabaseIsAway().blocked()).containsExactly("salad");
        assertThat(whileTheDatabaseIsAway().backAt("soup")).isNull();
    }

    @Test
    void the_last_copy_does_not_answer_for_ever() {
        sell(article("soup", ""));
        now();

        for (int minutes = 0; minutes < 60; minutes += 20) {
            whileTheDatabaseIsAway();
            clock.advance(Duration.ofMinutes(20));
        }

        assertThatThrownBy(this::whileTheDatabaseIsAway).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_order_takes_anything_from_a_copy() {
        sell(article("soup", ""));
        now();

        assertThatThrownBy(() -> availabilities.take(location.id(), Map.of("soup", 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> availabilities.check(location.id(), Map.of("soup", 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Nothing can be read outside of a transaction of the store. */
    private Availability whileTheDatabaseIsAway() {
        return availabilities.of(location.id());
    }

    @Test
    void a_tills_new_list_replaces_its_old_one_and_leaves_the_managers_blocks() {
        sell(article("soup", ""), article("salad", ""));
        store.run(() -> availability.block(
                location.tenant(), location.id(), new ManageAvailability.Block("salad", null), Actor.user("1", "Mia")));
        report(List.of(new ManageAvailability.Block("soup", null)), null);

        report(List.of(), null);

        assertThat(now().blocked()).containsExactly("salad");
    }

    @Test
    void a_report_with_nonsense_changes_nothing() {
        sell(article("soup", ""));
        assertThatThrownBy(() -> report(
                        List.of(new ManageAvailability.Block("soup", null)),
                        List.of(new ManageAvailability.Counter("soup", -1))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> report(List.of(new ManageAvailability.Block("<script>", null)), null))
                .isInstanceOf(Invalid.class);

        assertThat(now()).isEqualTo(Availability.ALL);
    }

    @Test
    void a_change_is_told_to_the_pages_that_wait() {
        sell(article("soup", ""));
        told.events().clear();

        block("soup", null);

        assertThat(told.events()).extracting(Changed::what).containsExactly(Changed.What.AVAILABILITY);
    }
}
