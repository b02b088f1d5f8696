package de.hypersoft.esolutions.sync;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.Branches;
import de.hypersoft.esolutions.catalog.CatalogText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.sync.HeldDesk.Decision;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A load from the till never empties a menu: of ten dishes the third that disappears holds it (20 %, at least 3). */
@OnBothDatabases
class HeldLoadTest {

    private static final Actor TILL = Actor.till("1", "Kasse 1");
    private static final Actor MIA = Actor.user("7", "Mia");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final SyncParts parts;
    private final Menus menus;
    private final Location location;
    private int versions;

    HeldLoadTest(Store store) {
        this.store = store;
        this.parts = new SyncParts(store, clock);
        this.menus = new Menus(parts.versions, clock);
        this.location = Branches.open(store, clock.instant());
    }

    @Test
    void a_load_without_most_dishes_is_not_shown_by_the_cut_off() {
        full(dishes(1, 10));

        LoadReport report = full(dishes(1, 3));

        assertThat(report.state()).isEqualTo("HELD");
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
        assertThat(missing("", 0).dishes()).extracting(HeldDesk.Dish::why).allSatisfy(why -> assertThat(why)
                .contains("KEG"));
    }

    @Test
    void two_dishes_of_ten_may_leave_without_anybody_being_asked() {
        full(dishes(1, 10));

        assertThat(full(dishes(1, 8)).state()).isEqualTo("STAGED");

        cutoff();
        assertThat(menu().articles()).hasSize(8);
    }

    @Test
    void three_dishes_of_twenty_may_leave_because_that_is_less_than_the_share() {
        full(dishes(1, 20));

        assertThat(full(dishes(1, 17)).state()).isEqualTo("STAGED");
        assertThat(full(dishes(1, 16)).state()).isEqualTo("STAGED");
        assertThat(full(dishes(1, 15)).state()).isEqualTo("HELD");
    }

    @Test
    void small_steps_are_judged_against_what_guests_see() {
        full(dishes(1, 10));
        increment("\"removed\":{\"articles\":[\"10\"]}");
        increment("\"removed\":{\"articles\":[\"9\"]}");

        assertThat(increment("\"removed\":{\"articles\":[\"8\"]}").state()).isEqualTo("HELD");

        cutoff();
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void an_increment_that_refuses_most_dishes_is_held() {
        full(dishes(1, 10));

        LoadReport report = increment("\"vatClasses\":[{\"id\":\"FOOD\",\"rates\":[]}],\"articles\":["
                + article("11", "").replace("FOOD", "DRINK") + "]");

        assertThat(report.state()).isEqualTo("HELD");
        cutoff();
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void a_sync_that_was_asked_for_does_not_show_a_held_load() {
        full(dishes(1, 10));
        parts.tills.till = Optional.of("Kasse 1");
        store.run(() -> parts.syncs.request(location.tenant(), location.id(), MIA));

        full(dishes(1, 3));

        assertThat(store.in(() -> parts.desk.progress(location.id())))
                .hasValueSatisfying(progress -> assertThat(progress.stage()).isEqualTo(SyncStage.HELD));
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void the_portal_shows_exactly_what_guests_would_miss() {
        full(dishes(1, 10));
        full(dishes(1, 3));

        assertThat(missing("", 0).found()).isEqualTo(7);
        assertThat(missing("", 0).dishes()).extracting(d -> d.name().in("de")).contains("Artikel 4", "Artikel 10");
        assertThat(missing("artikel 10", 0).dishes())
                .extracting(HeldDesk.Dish::id)
                .containsExactly("10");
        assertThat(missing("", 1).dishes()).isEmpty();
    }

    @Test
    void a_manager_releases_a_held_load_and_that_is_written_down() {
        full(dishes(1, 10));
        full(dishes(1, 3));

        decide(Decision.PUBLISH);

        assertThat(menu().articles()).hasSize(3);
        assertThat(open()).isEmpty();
        assertThat(audited()).contains("load-released", "menu-published");
    }

    @Test
    void a_released_load_may_wait_for_the_cut_off() {
        full(dishes(1, 10));
        full(dishes(1, 3));

        decide(Decision.RELEASE);

        assertThat(menu().articles()).hasSize(10);
        cutoff();
        assertThat(menu().articles()).hasSize(3);
    }

    @Test
    void what_was_released_is_not_asked_again_when_the_till_sends_it_once_more_before_the_cut_off() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        decide(Decision.RELEASE);

        assertThat(full(dishes(1, 4)).state()).isEqualTo("STAGED");
        assertThat(full(dishes(1, 2)).state()).isEqualTo("HELD");
    }

    @Test
    void a_discarded_load_is_never_shown_and_increments_still_build_on_it() {
        full(dishes(1, 10));
        full(dishes(1, 3));

        decide(Decision.DISCARD);

        cutoff();
        assertThat(menu().articles()).hasSize(10);
        assertThat(audited()).contains("load-discarded");
        assertThat(increment("\"articles\":[" + String.join(",", dishes(4, 9)) + "]")
                        .state())
                .isEqualTo("STAGED");
    }

    @Test
    void of_two_managers_who_decide_one_is_told_that_it_is_decided() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        UUID shown = open().orElseThrow().id();
        decide(shown, Decision.DISCARD);

        assertThatThrownBy(() -> decide(shown, Decision.PUBLISH))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("load-decided"));

        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void a_newer_load_replaces_a_held_one_and_a_decision_about_the_old_one_is_refused() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        UUID shown = open().orElseThrow().id();

        full(dishes(1, 10));

        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> decide(shown, Decision.PUBLISH)).isInstanceOf(Refusal.class);
        cutoff();
        assertThat(menu().articles()).hasSize(10);
    }

    @Test
    void the_location_is_told_once_until_somebody_has_looked() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        full(dishes(1, 2));

        assertThat(notices()).as("the second replaces the first").hasSize(1);
        decide(Decision.DISCARD);
        full(dishes(1, 1));
        assertThat(notices()).hasSize(2);
    }

    @Test
    void a_first_load_with_refused_dishes_waits_for_a_person() {
        LoadReport report = full(List.of(article("1", ""), article("2", "\"deposit\":\"KEG\"")));

        assertThat(report.state()).isEqualTo("HELD");
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
                .isEqualTo("HELD");

        assertThat(increment("\"articles\":[" + article("2", "") + "]").state())
                .as("the dish is mended, nothing is refused any more")
                .isEqualTo("PUBLISHED");
        assertThat(menu().articles()).containsOnlyKeys("1", "2");
    }

    @Test
    void a_first_load_of_which_nothing_was_refused_is_shown_at_once() {
        assertThat(full(dishes(1, 10)).state()).isEqualTo("PUBLISHED");
    }

    @Test
    void T49_another_tenant_sees_and_decides_nothing() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        TenantId stranger = Branches.open(store, clock.instant()).tenant();
        UUID shown = open().orElseThrow().id();

        assertThatThrownBy(() -> store.run(() -> parts.held.missing(stranger, location.id(), "", 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> store.run(() -> parts.held.decide(stranger, location.id(), shown, Decision.PUBLISH, MIA)))
                .isInstanceOf(NotFound.class);
    }

    private static List<String> dishes(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> article("" + i, ""))
                .toList();
    }

    private LoadReport full(List<String> dishes) {
        return load(SyncRun.Kind.FULL, json("v" + ++versions, dishes.toArray(String[]::new)));
    }

    private LoadReport increment(String members) {
        return load(
                SyncRun.Kind.INCREMENT,
                "{\"version\":\"v" + ++versions + "\",\"baseVersion\":\"v" + (versions - 1) + "\",\"currency\":\"EUR\","
                        + members + "}");
    }

    private LoadReport load(SyncRun.Kind kind, String json) {
        clock.advance(Duration.ofSeconds(1));
        SyncRuns.Load load = new SyncRuns.Load(location.tenant(), location.id(), kind, TILL);
        return store.in(() -> parts.intake.take(load, CatalogText.read(new StringReader(json))));
    }

    private void cutoff() {
        store.run(() -> parts.publishing.publish(location.id(), Actor.SYSTEM));
    }

    private Optional<HeldDesk.Held> open() {
        return store.in(() -> parts.held.open(location.id()));
    }

    private HeldDesk.Missing missing(String search, int page) {
        return store.in(() -> parts.held.missing(location.tenant(), location.id(), search, page));
    }

    private void decide(Decision decision) {
        decide(open().orElseThrow().id(), decision);
    }

    private void decide(UUID load, Decision decision) {
        store.run(() -> parts.held.decide(location.tenant(), location.id(), load, decision, MIA));
    }

    private List<UUID> notices() {
        return parts.happened.events().stream()
                .map(LoadHeld.class::cast)
                .map(LoadHeld::noticeId)
                .distinct()
                .toList();
    }

    private List<String> audited() {
        return store
                .in(() -> new Audit(store.entities(), clock)
                        .newest(location.tenant().value(), 0, 10))
                .stream()
                .map(Audit.Line::action)
                .toList();
    }

    private boolean shown() {
        return store.in(() -> parts.desk.shown(location.id())).isPresent();
    }

    private Menu menu() {
        clock.advance(Duration.ofSeconds(1));
        return store.in(() -> menus.current(location.id()));
    }
}
