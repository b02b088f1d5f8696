package de.hypersoft.esolutions.pos.tills;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.pos.Counter;
import de.hypersoft.esolutions.pos.TestTills;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A till is known by its token, on every call anew. */
@OnBothDatabases
class AuthenticateTillTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final Counter counter;
    private final Presence presence;
    private final AuthenticateTill doorman;
    private final String token = UUID.randomUUID().toString();
    private final TillId till;

    AuthenticateTillTest(Store store) {
        this.store = store;
        this.counter = new Counter(store, clock);
        this.presence = counter.presence();
        this.till = counter.till("j");
        this.doorman = Transactions.around(store, new AuthenticateTill(new Tills(store.entities()), presence));
        store.run(() -> new Tills(store.entities()).get(till).pair(Secret.hashOf(token), "j", "test", clock.instant()));
    }

    @Test
    void the_token_tells_the_till_with_its_location_and_that_it_was_here() {
        AuthenticateTill.Device device = doorman.authenticate(token).orElseThrow();

        assertThat(device.till()).isEqualTo(till);
        assertThat(device.location()).isEqualTo(counter.location().id());
        assertThat(device.tenant()).isEqualTo(counter.location().tenant());
        assertThat(device.receivesOrders()).isTrue();
        assertThat(device.headOffice()).isFalse();
        Instant seen = presence.lastSeen(till, null);
        assertThat(seen).isEqualTo(clock.instant());
        assertThat(presence.present(seen)).isTrue();
    }

    @Test
    void neither_a_wrong_token_nor_what_is_stored_of_the_right_one_opens_anything() {
        for (String wrong : new String[] {"", "x", UUID.randomUUID().toString(), Secret.hashOf(token)})
            assertThat(doorman.authenticate(wrong)).isEmpty();
        assertThat(presence.lastSeen(till, null)).isNull();
    }

    @Test
    void a_revoked_token_and_that_of_the_device_before_are_dead_at_once() {
        String next = UUID.randomUUID().toString();
        store.run(() -> new Tills(store.entities()).get(till).pair(Secret.hashOf(next), "k", "test", clock.instant()));
        assertThat(doorman.authenticate(token)).isEmpty();
        assertThat(doorman.authenticate(next)).isPresent();

        store.in(() -> TestTills.managing(store, clock)
                .revoke(Scope.all(counter.location().tenant()), Actor.user("1", "Maria"), till));

        assertThat(doorman.authenticate(next)).isEmpty();
    }
}
