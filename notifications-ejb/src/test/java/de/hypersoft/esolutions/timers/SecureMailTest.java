package de.hypersoft.esolutions.timers;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.metrics.TestMeters;
import de.hypersoft.esolutions.notifications.QueuedMail;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.testing.Certificates;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SMTP_TLS, SMTP_USER and SMTP_PASSWORD against a server that holds to them. */
@Timeout(60)
class SecureMailTest {

    @SuppressWarnings("NullAway.Init")
    private static SSLContext right;

    @SuppressWarnings("NullAway.Init")
    private static SSLContext wrongName;

    private final Store store = Store.on(Databases.H2);
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final OutgoingMail outgoing = Transactions.around(store, new OutgoingMail(store.entities(), clock));

    /** The mail library takes what this Java trusts; here that is the test's issuer. */
    @BeforeAll
    static void certificates(@TempDir Path keys) {
        Certificates certificates = new Certificates(keys);
        right = certificates.serverContext("localhost");
        wrongName = certificates.serverContext("mail.example");
        SSLContext.setDefault(certificates.clientContext());
    }

    @BeforeEach
    void one_mail_waits() {
        QueuedMail.none(store);
        QueuedMail.to("gast@example.org", store, clock);
    }

    @Test
    void with_STARTTLS_neither_password_nor_mail_goes_over_the_open_line() throws Exception {
        try (SecureServer server = new SecureServer(SecureServer.Line.STARTTLS, right)) {
            send(server, "starttls", "ein Geheimnis");

            assertThat(server.heard()).contains("tls AUTH", "tls Subject: Bestellung 2026-000123");
            assertThat(server.heard().stream().filter(h -> h.startsWith("plain")))
                    .hasSize(2);
            assertThat(server.heard().get(1)).isEqualTo("plain STARTTLS");
        }
        assertThat(only().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void with_TLS_from_the_first_byte_it_is_the_same() throws Exception {
        try (SecureServer server = new SecureServer(SecureServer.Line.TLS, right)) {
            send(server, "tls", "ein Geheimnis");

            assertThat(server.heard()).contains("tls AUTH", "tls Subject: Bestellung 2026-000123");
            assertThat(server.heard()).noneMatch(h -> h.startsWith("plain"));
        }
        assertThat(only().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void a_server_that_does_not_offer_STARTTLS_gets_no_password_and_the_mail_waits() throws Exception {
        try (SecureServer server = new SecureServer(SecureServer.Line.PLAIN, right)) {
            send(server, "starttls", "ein Geheimnis");

            assertThat(server.heard()).noneMatch(h -> h.contains("AUTH") || h.contains("MAIL"));
        }
        assertThat(only().state()).isEqualTo(MailState.WAITING);
        assertThat(only().lastError()).contains("STARTTLS");
    }

    @Test
    void a_server_with_a_certificate_for_another_name_gets_no_password_and_the_mail_waits() throws Exception {
        for (SecureServer.Line line : new SecureServer.Line[] {SecureServer.Line.STARTTLS, SecureServer.Line.TLS}) {
            QueuedMail.none(store);
            QueuedMail.to("gast@example.org", store, clock);
            try (SecureServer server = new SecureServer(line, wrongName)) {
                send(server, line.name(), "ein Geheimnis");

                assertThat(server.heard()).noneMatch(h -> h.contains("AUTH") || h.contains("MAIL"));
            }
            assertThat(only().state()).as(line.name()).isEqualTo(MailState.WAITING);
            assertThat(only().lastError()).as(line.name()).isNotBlank();
        }
    }

    @Test
    void a_wrong_password_is_shown_as_that_and_no_mail_is_given_up() throws Exception {
        try (SecureServer server = new SecureServer(SecureServer.Line.STARTTLS, right)) {
            send(server, "starttls", "falsch");

            assertThat(server.heard()).contains("tls AUTH").noneMatch(h -> h.contains("Subject"));
        }
        assertThat(only().state()).isEqualTo(MailState.WAITING);
        assertThat(only().lastError()).startsWith("sign-in refused: 535 5.7.8 wrong name or password");
    }

    private void send(SecureServer server, String tls, String password) {
        MailServer settings = new MailServer(
                Optional.of("localhost"),
                server.port(),
                Optional.of("linde"),
                Optional.of(password),
                tls,
                "bestellungen@linde.example");
        new MailSender(outgoing, settings, TestMeters.on(new SimpleMeterRegistry()), clock).send();
    }

    private MailLog.Entry only() {
        MailServer none = new MailServer(
                Optional.empty(), 25, Optional.empty(), Optional.empty(), "none", "bestellungen@linde.example");
        MailLog log = Transactions.around(
                store, new MailLog(store.entities(), new Audit(store.entities(), clock), none, clock));
        assertThat(log.page(new Reach.Installation(), null, 0, 10)).hasSize(1);
        return log.page(new Reach.Installation(), null, 0, 10).get(0);
    }
}
