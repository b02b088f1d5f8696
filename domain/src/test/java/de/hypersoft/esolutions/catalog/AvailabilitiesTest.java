package de.hypersoft.esolutions.catalog;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AvailabilitiesTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Told<Changed> told = new Told<>();
    private final MenuVersions versions;
    private final Availabilities availabilities;
    private final AvailabilityDesk desk;
    private final Location location;

    AvailabilitiesTest(Store store) {
        this.store = store;
        this.versions = new MenuVersions(store.entities(), clock, told);
        this.availabilities = node();
        this.desk = new AvailabilityDesk(
                store.entities(),
                new AvailabilityRows(store.entities()),
                new Locations(store.entities()),
                new Menus(versions, clock),
                versions,
                clock,
                told);
        this.location = Branches.open(store, clock.instant());
    }

    @Test
    void a_block_of_an_article_that_nobody_sells_is_an_error_that_names_it_and_nothing_is_blocked() {
        sell(article("pizza", ""), article("salad", ""));
        AvailabilityDesk.Report typo = AvailabilityDesk.Report.of(
                List.of(new AvailabilityDesk.Block("salad", null), new AvailabilityDesk.Block("piza", null)),
                List.of());

        assertThatThrownBy(() ->
                        store.run(() -> desk.report(location.tenant(), location.id(), typo, Actor.till("1", "Kasse"))))
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
        Location other = store.in(() -> Branches.another(
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
    void a_block_with_an_end_lifts_itself_and_says_when() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        sell(article("soup", ""));
        block("soup", noon);
        assertThat(now().backAt("soup")).isEqualTo(noon);

        clock.advance(Duration.ofHours(1));

        assertThat(now().blocked()).isEmpty();
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
    void a_blocked_article_is_not_taken() {
        sell(article("soup", ""));
        block("soup", null);

        assertThatThrownBy(() -> take(Map.of("soup", 1)))
                .isInstanceOfSatisfying(
                        Conflict.class, r -> assertThat(r.code()).isEqualTo("article-blocked"));
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
    void a_report_of_another_node_is_seen_within_two_seconds() {
        Availabilities other = node();
        sell(article("soup", ""));
        assertThat(store.in(() -> other.of(location.id())).blocked()).isEmpty();
        block("soup", null);

        clock.advance(Duration.ofSeconds(2));

        assertThat(store.in(() -> other.of(location.id())).blocked()).containsExactly("soup");
    }

    @Test
    void a_tills_new_list_replaces_its_old_one_and_leaves_the_managers_blocks() {
        sell(article("soup", ""), article("salad", ""));
        store.run(() -> desk.block(
                location.tenant(), location.id(), new AvailabilityDesk.Block("salad", null), Actor.user("1", "Mia")));
        report(List.of(new AvailabilityDesk.Block("soup", null)), null);

        report(List.of(), null);

        assertThat(now().blocked()).containsExactly("salad");
    }

    @Test
    void a_counter_that_is_reported_no_more_is_counted_no_more() {
        sell(article("soup", ""));
        count("soup", 0);

        report(null, List.of());

        assertThat(now().orderable("soup", 99)).isTrue();
    }

    @Test
    void a_report_with_nonsense_changes_nothing() {
        sell(article("soup", ""));
        assertThatThrownBy(() -> report(
                        List.of(new AvailabilityDesk.Block("soup", null)),
                        List.of(new AvailabilityDesk.Counter("soup", -1))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> report(List.of(new AvailabilityDesk.Block("<script>", null)), null))
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

    private Availabilities node() {
        return new Availabilities(
                new AvailabilityRows(store.entities()),
                new Menus(versions, clock),
                new Locations(store.entities()),
                clock,
                told);
    }

    private Availability now() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> availabilities.of(location.id()));
    }

    private void take(Map<String, Integer> quantities) {
        store.run(() -> availabilities.take(location.id(), quantities));
    }

    private void sell(String... articles) {
        sellAt(location, articles);
    }

    private void sellAt(Location at, String... articles) {
        store.run(() -> {
            versions.stage(at.tenant(), at.id(), Catalogues.document(Catalogues.json("v1", articles)));
            versions.publish(at.id());
        });
    }

    private void block(String article, @org.jspecify.annotations.Nullable Instant until) {
        List<AvailabilityDesk.Block> blocks = new ArrayList<>();
        store.run(() -> desk.limits(location.tenant(), location.id())
                .blocks()
                .forEach(b -> blocks.add(new AvailabilityDesk.Block(b.article(), b.until()))));
        blocks.add(new AvailabilityDesk.Block(article, until));
        report(blocks, null);
    }

    private void count(String article, int remaining) {
        report(null, List.of(new AvailabilityDesk.Counter(article, remaining)));
    }

    private void report(
            @org.jspecify.annotations.Nullable List<AvailabilityDesk.Block> blocks,
            @org.jspecify.annotations.Nullable List<AvailabilityDesk.Counter> counters) {
        store.run(() -> desk.report(
                location.tenant(),
                location.id(),
                new AvailabilityDesk.Report(blocks, null, counters, null, true),
                Actor.till("1", "Kasse 1")));
    }
}
