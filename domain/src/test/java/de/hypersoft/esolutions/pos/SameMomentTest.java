package de.hypersoft.esolutions.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.board.EmergencyMode;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import de.hypersoft.esolutions.testing.Together;
import org.junit.jupiter.api.Test;

/** Two people who do the same at the same moment: neither is sent away with "somebody else changed this meanwhile". */
@OnBothDatabases
class SameMomentTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Location location;
    private final Scope scope;

    SameMomentTest(Store store) {
        this.store = store;
        this.location = TestLocations.open(store, clock.instant());
        this.scope = Scope.all(location.tenant());
    }

    @Test
    void emergency_mode_is_on_after_two_pressed_the_switch() throws Exception {
        EmergencyMode emergency = new EmergencyMode(
                new Locations(store.entities()),
                store.entities(),
                new Audit(store.entities(), clock),
                new Told<Changed>(),
                clock);

        Together.run(
                4,
                () -> store.in(() -> {
                    emergency.switchOn(scope, MARIA, location.id());
                    return true;
                }));

        assertThat(store.in(
                        () -> new Locations(store.entities()).get(location.id()).inEmergency()))
                .isTrue();
    }

    @Test
    void tills_made_by_several_people_get_a_number_each() throws Exception {
        ManageTills tills = TestTills.managing(store, clock);

        assertThat(Together.run(
                        4,
                        () -> store.in(() -> tills.add(scope, MARIA, location.id(), "Kasse", Till.Kind.CONTROL_TILL)
                                .number())))
                .containsExactlyInAnyOrder(1, 2, 3, 4);
    }
}
