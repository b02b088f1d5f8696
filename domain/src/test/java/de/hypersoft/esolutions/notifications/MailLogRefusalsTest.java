package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Refusals;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A mail is read and sent again by whoever is there for the location that it is about. */
@OnBothDatabases
class MailLogRefusalsTest {

    private static final Actor RITA = Actor.user("7", "Rita");

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final MailLog log;
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final LocationId location = new LocationId(UUID.randomUUID());

    MailLogRefusalsTest(Store store) {
        this.store = store;
        this.log = Transactions.around(
                store,
                new MailLog(
                        store.entities(),
                        new Audit(store.entities(), clock),
                        new MailServer(Optional.empty(), 25, Optional.empty(), Optional.empty(), "none", "a@b.example"),
                        clock));
    }

    @Test
    void T49_a_mail_of_another_location_or_brand_is_neither_read_nor_sent_again() {
        UUID about = Uuid7.at(clock.instant());
        store.run(() -> new Mails(store.entities(), clock)
                .queue(new Draft(
                        MailKind.ORDER_CONFIRMATION,
                        about,
                        1,
                        tenant.value(),
                        location.value(),
                        "gast@example.org",
                        new MailText("de", "Ihre Bestellung", "Guten Tag", "<p>Guten Tag</p>"))));
        Scope own = Scope.only(tenant, Set.of(location));
        MailLog.Entry waiting = log.about(own, about).get(0);
        clock.advance(Duration.ofMinutes(5));

        for (Scope foreign : List.of(
                Scope.all(new TenantId(UUID.randomUUID())),
                Scope.only(tenant, Set.of(new LocationId(UUID.randomUUID()))),
                Scope.only(tenant, Set.of()))) {
            assertThat(Refusals.code(() -> log.entry(foreign, waiting.id()))).isEqualTo("unknown-mail");
            assertThat(Refusals.code(() -> log.text(foreign, waiting.id()))).isEqualTo("unknown-mail");
            assertThat(Refusals.code(() -> log.retry(foreign, waiting.id(), RITA)))
                    .isEqualTo("unknown-mail");
        }
        assertThat(Refusals.code(() -> log.retry(own, UUID.randomUUID(), RITA))).isEqualTo("unknown-mail");
        assertThat(log.entry(own, waiting.id())).isEqualTo(waiting);
        assertThat(retries()).isZero();
        log.retry(own, waiting.id(), RITA);
        assertThat(retries()).isEqualTo(1);
    }

    private long retries() {
        return store.in(() -> new Audit(store.entities(), clock).newest(tenant.value(), 0, 10)).stream()
                .filter(line -> line.action().equals("mail-retry"))
                .count();
    }
}
