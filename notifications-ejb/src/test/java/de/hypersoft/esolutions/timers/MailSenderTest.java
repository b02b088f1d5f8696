package de.hypersoft.esolutions.timers;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.metrics.Meters;
import de.hypersoft.esolutions.kernel.metrics.TestMeters;
import de.hypersoft.esolutions.notifications.QueuedMail;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.MailState;
import de.hypersoft.esolutions.notifications.mail.MailToSend;
import de.hypersoft.esolutions.notifications.mail.OutgoingMail;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSenderTest {

    private final Store store = Store.on(Databases.H2);
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final OutgoingMail outgoing = Transactions.around(store, new OutgoingMail(store.entities(), clock));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = TestMeters.on(registry);

    @BeforeEach
    void empty() {
        QueuedMail.none(store);
    }

    @Test
    void a_mail_arrives_with_its_text_in_both_forms_and_its_own_message_id() throws Exception {
        QueuedMail.to("gast@example.org", store, clock);
        try (Inbox inbox = new Inbox(0)) {
            sender(inbox.port()).send();

            MimeMessage mail = inbox.only();
            assertThat(mail.getSubject()).isEqualTo("Bestellung 2026-000123");
            assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@mail\\.myhypersoftapp\\.de>");
            assertThat(mail.getHeader("Date", null)).isEqualTo("Sun, 22 Nov 2026 18:00:00 GMT");
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Grüße aus der Küche");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        }
        assertThat(only().state()).isEqualTo(MailState.SENT);
        assertThat(only().sentAt()).isEqualTo(clock.instant());
        assertThat(attempts("sent")).isEqualTo(1);
        assertThat(attempts("failed")).isZero();
    }

    @Test
    void a_mail_server_away_for_an_hour_gets_every_mail_once_afterwards() throws Exception {
        int port = freePort();
        for (int i = 0; i < 25; i++) QueuedMail.to("gast" + i + "@example.org", store, clock);
        for (int minute = 0; minute < 60; minute++) {
            runOut(sender(port));
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(log().counts(new Reach.Installation())).containsEntry(MailState.WAITING, 25L);
        assertThat(attempts("failed")).isGreaterThan(25);
        assertThat(attempts("sent")).isZero();
        assertThat(log().page(new Reach.Installation(), null, 0, 1).get(0).lastError())
                .isNotBlank();

        try (Inbox inbox = new Inbox(port)) {
            for (int minute = 0; minute < 6; minute++) {
                runOut(sender(port));
                clock.advance(Duration.ofMinutes(1));
            }

            assertThat(inbox.recipients()).hasSize(25);
            assertThat(inbox.all()).hasSize(25);
        }
        assertThat(log().counts(new Reach.Installation())).containsEntry(MailState.SENT, 25L);
    }

    @Test
    void I6_a_node_that_dies_after_sending_leads_to_a_second_copy_with_the_same_message_id() throws Exception {
        QueuedMail.to("gast@example.org", store, clock);
        try (Inbox inbox = new Inbox(0)) {
            MailToSend letter = outgoing.prepare(10).get(0);
            try (Smtp smtp = Smtp.connect(server(inbox.port()).settings())) {
                smtp.deliver(letter, clock.instant()); // and dies before it can say so
            }
            clock.advance(Duration.ofMinutes(5));

            sender(inbox.port()).send();

            assertThat(inbox.all()).hasSize(2);
            assertThat(inbox.messageIds()).containsExactly(letter.messageId());
        }
        assertThat(log().page(new Reach.Installation(), null, 0, 10)).hasSize(1);
    }

    @Test
    void a_recipient_refused_for_good_is_shown_with_the_servers_words() throws Exception {
        QueuedMail.to("niemand@example.org", store, clock);
        try (RefusingServer smtp = new RefusingServer("550 5.1.1 no such mailbox")) {
            sender(smtp.port()).send();
        }

        assertThat(only().state()).isEqualTo(MailState.UNDELIVERABLE);
        assertThat(only().lastError()).contains("550 5.1.1 no such mailbox");
    }

    @Test
    void a_recipient_refused_for_now_is_tried_again() throws Exception {
        QueuedMail.to("gast@example.org", store, clock);
        try (RefusingServer smtp = new RefusingServer("451 4.7.1 greylisted")) {
            sender(smtp.port()).send();
        }

        assertThat(only().state()).isEqualTo(MailState.WAITING);
        assertThat(only().lastError()).contains("451 4.7.1 greylisted");
        assertThat(only().nextTry()).isEqualTo(clock.instant().plusSeconds(10));
    }

    @Test
    void a_guest_with_an_umlaut_domain_gets_the_mail_from_a_server_that_knows_ascii_only() throws Exception {
        QueuedMail.to("gast@bücher.example", store, clock);
        try (Inbox inbox = new Inbox(0)) {
            sender(inbox.port()).send();

            assertThat(inbox.recipients()).containsExactly("[gast@xn--bcher-kva.example]");
        }
        assertThat(only().state()).isEqualTo(MailState.SENT);
        assertThat(only().recipient()).isEqualTo("gast@bücher.example");
    }

    @Test
    void a_mailbox_stored_long_ago_that_no_server_promises_to_reach_is_undeliverable_and_holds_up_nobody()
            throws Exception {
        QueuedMail.to("müller@example.org", store, clock);
        QueuedMail.to("gast@example.org", store, clock);
        try (Inbox inbox = new Inbox(0)) {
            sender(inbox.port()).send();

            assertThat(inbox.recipients()).containsExactly("[gast@example.org]");
        }
        assertThat(log().counts(new Reach.Installation()))
                .containsEntry(MailState.UNDELIVERABLE, 1L)
                .containsEntry(MailState.SENT, 1L);
    }

    @Test
    void without_a_mail_server_nothing_is_touched() {
        QueuedMail.to("gast@example.org", store, clock);

        int sent = new MailSender(
                        outgoing, new MailServer(none(), 25, none(), none(), "none", "a@b.example"), meters, clock)
                .send();

        assertThat(sent).isZero();
        assertThat(only().attempts()).isZero();
    }

    private long attempts(String result) {
        return registry.find("esolutions.mails").tag("result", result).counters().stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    private MailSender sender(int port) {
        return new MailSender(outgoing, server(port), meters, clock);
    }

    private static void runOut(MailSender sender) {
        while (sender.send() > 0) continue;
    }

    private static MailServer server(int port) {
        return new MailServer(Optional.of("127.0.0.1"), port, none(), none(), "none", "bestellungen@linde.example");
    }

    private MailLog log() {
        return Transactions.around(
                store, new MailLog(store.entities(), new Audit(store.entities(), clock), server(25), clock));
    }

    private MailLog.Entry only() {
        assertThat(log().page(new Reach.Installation(), null, 0, 10)).hasSize(1);
        return log().page(new Reach.Installation(), null, 0, 10).get(0);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Inbox implements AutoCloseable {
        private final GreenMail server;

        private Inbox(int port) {
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
        }

        private int port() {
            return server.getSmtp().getPort();
        }

        private MimeMessage[] all() {
            return server.getReceivedMessages();
        }

        private MimeMessage only() {
            assertThat(all()).hasSize(1);
            return all()[0];
        }

        private Set<String> recipients() throws Exception {
            Set<String> found = new HashSet<>();
            for (MimeMessage mail : all()) found.add(Arrays.toString(mail.getAllRecipients()));
            return found;
        }

        private Set<String> messageIds() throws Exception {
            Set<String> found = new HashSet<>();
            for (MimeMessage mail : all()) found.add(mail.getMessageID());
            return found;
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
