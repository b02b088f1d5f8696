package de.hypersoft.esolutions.pos.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.Transfers;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From its name to the end of its token: what a manager sees of a till, and what stands in the log of acts. */
@OnBothDatabases
class TillLifeTest {

    private static final Actor MARIA = Actor.user("1", "Maria");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T11:00:00Z");
    private final Told<Changed> told = new Told<>();
    private final Presence presence;
    private final ManageTills tills;
    private final PairTill pairing;
    private final Location location;
    private final Scope all;

    TillLifeTest(Store store) {
        this.store = store;
        this.presence = new Presence(store.entities(), clock);
        Tills stored = new Tills(store.entities());
        Locations locations = new Locations(store.entities());
        Audit audit = new Audit(store.entities(), clock);
        this.tills = new ManageTills(
                stored,
                new Transfers(store.entities(), new Told<>()),
                locations,
                presence,
                store.entities(),
                audit,
                told,
                clock);
        this.pairing = new PairTill(stored, locations, presence, store.entities(), audit, told, clock);
        this.location = TestLocations.open(store, clock.instant());
        this.all = Scope.all(location.tenant());
    }

    @Test
    void each_step_stands_in_the_log_of_acts_and_is_told_to_pages_that_wait() {
        ManageTills.Pin first = add("Kasse");
        clock.advance(Duration.ofMinutes(1));
        ManageTills.Pin pin = store.in(() -> tills.pin(all, MARIA, first.till()));
        clock.advance(Duration.ofMinutes(1));
        assertThat(pair(pin.pin(), "journal", "core 1")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        store.run(() -> tills.acceptJournal(all, MARIA, first.till()));
        clock.advance(Duration.ofMinutes(1));
        ManageTills.Revoked revoked = store.in(() -> tills.revoke(all, MARIA, first.till()));

        assertThat(revoked).isEqualTo(new ManageTills.Revoked(0, List.of()));
        assertThat(acts())
                .containsExactly(
                        "till-added: 1 Kasse (CONTROL_TILL)",
                        "till-pin: 1 Kasse ()",
                        "till-paired: Kasse (core 1)",
                        "till-journal-accepted: 1 Kasse ()",
                        "till-revoked: 1 Kasse (0 released, 0 confirmed but not booked)");
        assertThat(told.events()).hasSize(5).allSatisfy(change -> {
            assertThat(change.what()).isEqualTo(Changed.What.TILL);
            assertThat(change.location()).isEqualTo(location.id().value());
            assertThat(change.subject()).isEqualTo(first.till().value());
        });
    }

    @Test
    void a_manager_sees_since_when_it_is_paired_what_it_runs_and_since_when_it_is_not_any_more() {
        ManageTills.Pin pin = add("Kasse");
        assertThat(view().paired()).isFalse();
        assertThat(view().pairedAt()).isNull();
        assertThat(view().present()).isFalse();

        Instant then = clock.instant();
        pair(pin.pin(), "j".repeat(64), "s".repeat(81));
        assertThat(view().paired()).isTrue();
        assertThat(view().pairedAt()).isEqualTo(then);
        assertThat(view().software()).isEqualTo("s".repeat(80));
        assertThat(view().revokedAt()).isNull();

        clock.advance(Duration.ofHours(1));
        store.in(() -> tills.revoke(all, MARIA, pin.till()));
        assertThat(view().paired()).isFalse();
        assertThat(view().revokedAt()).isEqualTo(then.plus(Duration.ofHours(1)));
    }

    @Test
    void a_name_has_one_to_eighty_characters() {
        assertThat(add("K".repeat(80)).name()).hasSize(80);

        for (String wrong : List.of("", "  ", "K".repeat(81)))
            assertThatThrownBy(() -> add(wrong)).isInstanceOfSatisfying(Invalid.class, refused -> {
                assertThat(refused.code()).isEqualTo("required");
                assertThat(refused.field()).isEqualTo("name");
            });
    }

    private ManageTills.Pin add(String name) {
        return store.in(() -> tills.add(all, MARIA, location.id(), name, Till.Kind.CONTROL_TILL));
    }

    private boolean pair(String pin, String journal, String software) {
        return store.in(() -> pairing.pair(pin, journal, software)).isPresent();
    }

    private ManageTills.View view() {
        return store.in(() -> tills.tills(all)).get(0);
    }

    private List<String> acts() {
        List<?> acts = store.in(() -> store.entities()
                .createNativeQuery(
                        "select action || ': ' || subject || ' (' || detail || ')' from kernel.audit_entry"
                                + " where tenant_id = :tenant order by id",
                        String.class)
                .setParameter("tenant", location.tenant().value())
                .getResultList());
        return acts.stream().map(String.class::cast).toList();
    }
}
