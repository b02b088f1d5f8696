package de.hypersoft.esolutions.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ViewTenantsTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-27T18:00:00Z");
    private final Location open;
    private final Location other;
    private final ViewTenants view;

    ViewTenantsTest(Store store) {
        this.store = store;
        this.open = TestLocations.open(store, clock.instant());
        this.other = TestLocations.open(store, clock.instant());
        this.view = new ViewTenants(new Tenants(store.entities()), new Locations(store.entities()));
    }

    @Test
    void a_tenant_is_shown_with_the_mails_that_it_chose() {
        store.run(() -> new Tenants(store.entities()).get(open.tenant()).writeGuests(new GuestMails(false, true)));

        TenantView shown = store.in(() -> view.tenant(open.tenant()));

        assertThat(shown.id()).isEqualTo(open.tenant());
        assertThat(shown.name()).isEqualTo("Brand");
        assertThat(shown.slug()).startsWith("brand-");
        assertThat(shown.currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(shown.guestMails()).isEqualTo(new GuestMails(false, true));
        assertThat(store.in(view::tenants)).contains(shown).doesNotHaveDuplicates();
        assertThatThrownBy(() -> store.in(() -> view.tenant(new TenantId(UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_location_is_shown_with_its_emergency_and_its_pause_and_not_at_another_tenant() {
        Instant now = clock.instant();
        store.run(() -> {
            Location location = new Locations(store.entities()).get(open.id());
            location.enterEmergency("Mia", now);
            location.pause(new Pause(now, now.plus(Duration.ofMinutes(30)), "Jo"));
        });

        assertThat(store.in(() -> view.locations(open.tenant())))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.id()).isEqualTo(open.id());
                    assertThat(shown.tenant()).isEqualTo(open.tenant());
                    assertThat(shown.slug()).isEqualTo(open.slug());
                    assertThat(shown.details()).isEqualTo(open.details());
                    assertThat(shown.inEmergency()).isTrue();
                    assertThat(shown.emergencyBy()).isEqualTo("Mia");
                    assertThat(shown.emergencySince()).isEqualTo(now);
                    assertThat(shown.pauseAt(now))
                            .hasValueSatisfying(pause -> assertThat(pause.by()).isEqualTo("Jo"));
                    assertThat(shown.pauseAt(now.plus(Duration.ofMinutes(30)))).isEmpty();
                });
        assertThat(store.in(() -> view.locations(other.tenant())))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.inEmergency()).isFalse();
                    assertThat(shown.pauseAt(now)).isEmpty();
                });
        assertThat(store.in(() -> view.locations()))
                .extracting(LocationView::id)
                .contains(open.id(), other.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void all_tenants_and_all_locations_are_read_in_one_statement_each() {
        assertThat(store.statementsIn(view::tenants)).isEqualTo(1);
        assertThat(store.statementsIn(view::locations)).isEqualTo(1);
        assertThat(store.statementsIn(() -> view.hours(open.view()))).isEqualTo(1);
    }

    @Test
    void the_hours_of_a_location_are_its_own() {
        store.run(() -> new Locations(store.entities())
                .scheduleWeeks(
                        open.id(),
                        List.of(OpeningWindow.weekly(
                                open.id(), null, DayOfWeek.FRIDAY, LocalTime.of(11, 0), LocalTime.of(22, 0)))));

        assertThat(store.in(() -> view.hours(open.view())).isOpen(clock.instant(), OrderType.PICKUP))
                .isTrue();
        assertThat(store.in(() -> view.hours(other.view())).isOpen(clock.instant(), OrderType.PICKUP))
                .isFalse();
    }
}
