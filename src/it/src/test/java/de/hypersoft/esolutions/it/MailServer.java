package de.hypersoft.esolutions.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The SMTP server of the run, a real one on loopback. Tests tell their mails apart by addresses of their own. */
public final class MailServer {

    private static @Nullable GreenMail server;

    private MailServer() {}

    /** Also after an outage; mails received before it are forgotten. */
    public static synchronized void start() {
        GreenMail fresh = new GreenMail(new ServerSetup(TestRun.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        fresh.start();
        server = fresh;
    }

    /** From now on connections are refused. */
    public static synchronized void stop() {
        if (server != null) server.stop();
        server = null;
    }

    /** For whoever comes after a test that stopped it. */
    public static synchronized void restart() {
        stop();
        start();
    }

    /** A mail as a person sees it. */
    public record Mail(String id, String subject, String text, List<String> to) {}

    public static List<Mail> mailsTo(String address) {
        return mailsWhere(address::equals);
    }

    /** Mails one of whose recipients is meant. */
    public static List<Mail> mailsWhere(Predicate<String> recipient) {
        return all().stream()
                .filter(mail -> mail.to().stream().anyMatch(recipient))
                .toList();
    }

    private static synchronized List<Mail> all() {
        if (server == null) return List.of();
        return Arrays.stream(server.getReceivedMessages()).map(MailServer::read).toList();
    }

    private static String text(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts
                ? String.valueOf(parts.getBodyPart(0).getContent())
                : String.valueOf(content);
    }

    private static Mail read(MimeMessage message) {
        try {
            List<String> to = Arrays.stream(message.getAllRecipients())
                    .map(Address::toString)
                    .toList();
            return new Mail(message.getMessageID(), message.getSubject(), text(message.getContent()), to);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
