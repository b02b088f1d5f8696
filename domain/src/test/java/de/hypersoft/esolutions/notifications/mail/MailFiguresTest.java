package de.hypersoft.esolutions.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.metrics.Looked;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.notifications.QueuedMail;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many mails wait to go out. */
@OnBothDatabases
class MailFiguresTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2001-03-04T18:00:00Z");
    private final Looked looked;

    MailFiguresTest(Store store) {
        this.store = store;
        this.looked = new Looked(store, new MailFigures(store.entities(), server("mail.example")), clock);
    }

    @Test
    void a_mail_waits_until_it_is_gone_and_nothing_waits_without_a_mail_server() {
        QueuedMail.none(store);
        QueuedMail.to("gast@example.org", store, clock);
        clock.advance(Duration.ofMinutes(11));

        assertThat(looked.at(Metric.MAILS_WAITING)).isEqualTo(1);
        assertThat(looked.at(Metric.MAILS_OLDEST)).isEqualTo(660);

        assertThat(new Looked(store, new MailFigures(store.entities(), server("")), clock).at(Metric.MAILS_WAITING))
                .isZero();
        QueuedMail.none(store);
        assertThat(looked.at(Metric.MAILS_OLDEST)).isZero();
    }

    private static MailServer server(String host) {
        return new MailServer(
                Optional.of(host),
                25,
                Optional.empty(),
                Optional.empty(),
                "none",
                "bestellungen@localhost.localdomain");
    }
}
