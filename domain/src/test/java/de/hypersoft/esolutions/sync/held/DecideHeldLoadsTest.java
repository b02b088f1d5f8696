package de.hypersoft.esolutions.sync.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.sync.HeldLoadsStage;
import de.hypersoft.esolutions.sync.LoadReport;
import de.hypersoft.esolutions.sync.ManageSync;
import de.hypersoft.esolutions.sync.SyncRun;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads.Decision;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a manager sees and decides about a held load. */
@OnBothDatabases
class DecideHeldLoadsTest extends HeldLoadsStage {

    DecideHeldLoadsTest(Store store) {
        super(store);
    }

    @Test
    void the_portal_shows_exactly_what_guests_would_miss() {
        full(dishes(1, 10));
        full(dishes(1, 3));

        assertThat(missing("", 0).found()).isEqualTo(7);
        assertThat(missing("", 0).dishes()).extracting(d -> d.name().in("de")).contains("Artikel 4", "Artikel 10");
        assertThat(missing("artikel 10", 0).dishes())
                .extracting(DecideHeldLoads.Dish::id)
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

        assertThat(full(dishes(1, 4)).state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(full(dishes(1, 2)).state()).isEqualTo(LoadReport.State.HELD);
    }

    @Test
    void a_load_that_lacks_more_than_what_was_released_is_asked_about_again() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        decide(Decision.RELEASE);

        assertThat(full(dishes(1, 2)).state()).isEqualTo(LoadReport.State.HELD);

        assertThat(open()).hasValueSatisfying(held -> assertThat(held.missing()).isEqualTo(8));
        cutoff();
        assertThat(menu().articles())
                .as("what was released is overtaken, as by any newer load")
                .hasSize(10);
    }

    @Test
    void what_was_decided_stands_in_the_history_with_who_and_how_many_dishes_are_left() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        decide(Decision.RELEASE);
        assertThat(newest().kind()).isEqualTo(SyncRun.Kind.RELEASE);
        assertThat(newest().actor()).isEqualTo("Mia");
        assertThat(newest().version()).isEqualTo("v2");
        assertThat(newest().report().state()).isEqualTo(LoadReport.State.STAGED);
        assertThat(newest().report().articles()).isEqualTo(3);

        full(dishes(1, 2));
        decide(Decision.DISCARD);

        assertThat(newest().kind()).isEqualTo(SyncRun.Kind.DISCARD);
        assertThat(newest().version()).isEqualTo("v3");
        assertThat(newest().report().state()).isEqualTo(LoadReport.State.DISCARDED);
        assertThat(newest().report().articles()).isEqualTo(2);
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
                .isEqualTo(LoadReport.State.STAGED);
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
        assertThatThrownBy(() -> decide(shown, Decision.PUBLISH))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("load-decided"));
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
    void the_held_loads_of_several_locations_are_listed_together_and_those_of_others_are_not() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        LocationId elsewhere = TestLocations.open(store, clock.instant()).id();

        assertThat(store.in(() -> parts.held.open(List.of(elsewhere, location.id()))))
                .containsExactly(open().orElseThrow());
        assertThat(store.in(() -> parts.held.open(List.of(elsewhere)))).isEmpty();
        decide(Decision.DISCARD);
        assertThat(store.in(() -> parts.held.open(List.of(location.id())))).isEmpty();
    }

    @Test
    void T49_another_tenant_sees_and_decides_nothing() {
        full(dishes(1, 10));
        full(dishes(1, 3));
        TenantId stranger = TestLocations.open(store, clock.instant()).tenant();
        UUID shown = open().orElseThrow().id();

        assertThatThrownBy(() -> store.run(() -> parts.held.missing(stranger, location.id(), "", 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> store.run(() -> parts.held.decide(stranger, location.id(), shown, Decision.PUBLISH, MIA)))
                .isInstanceOf(NotFound.class);
    }

    private ManageSync.Run newest() {
        return store.in(() -> parts.sync.history(location.tenant(), location.id(), 0))
                .get(0);
    }
}
