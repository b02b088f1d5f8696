package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.MailToSend;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** One connection to the mail server, used for a batch of letters. Gives up after 5 s without a connection, 20 s without an answer. */
final class Smtp implements AutoCloseable {

    private final Session session;
    private final Transport transport;
    private final String from;

    private Smtp(Session session, Transport transport, String from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    static Smtp connect(MailServer.Settings server) throws MessagingException {
        Session session = Session.getInstance(properties(server));
        Transport transport = session.getTransport("smtp");
        if (server.user().isEmpty()) transport.connect();
        else transport.connect(server.host(), server.port(), server.user(), server.password());
        return new Smtp(session, transport, server.from());
    }

    void deliver(MailToSend letter, Instant now) throws MessagingException {
        MimeMessage message = message(letter, now);
        transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
    }

    /** False when the server hung up. */
    boolean alive() {
        return transport.isConnected();
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }

    private MimeMessage message(MailToSend letter, Instant now) throws MessagingException {
        MimeMessage message = new StableId(session, letter.messageId());
        message.setFrom(onTheWire(from));
        message.setRecipients(Message.RecipientType.TO, new Address[] {onTheWire(letter.recipient())});
        message.setSubject(letter.subject(), "UTF-8");
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** With its domain in ASCII; what was stored before only such addresses were taken is refused here, for good. */
    private static InternetAddress onTheWire(String given) throws AddressException {
        InternetAddress address = new InternetAddress(given, true);
        try {
            address.setAddress(
                    MailAddress.parse(address.getAddress(), "recipient").ascii());
        } catch (Invalid refused) {
            throw new AddressException(refused.getMessage(), given);
        }
        return address;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        return part;
    }

    private static Properties properties(MailServer.Settings server) {
        Properties mail = new Properties();
        mail.setProperty("mail.smtp.host", server.host());
        mail.setProperty("mail.smtp.port", Integer.toString(server.port()));
        mail.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        mail.setProperty("mail.smtp.connectiontimeout", "5000");
        mail.setProperty("mail.smtp.timeout", "20000");
        mail.setProperty("mail.smtp.writetimeout", "20000");
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        mail.setProperty("mail.smtp.starttls.required", Boolean.toString(server.tls() == MailServer.Tls.STARTTLS));
        mail.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.tls() == MailServer.Tls.STARTTLS));
        mail.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.tls() == MailServer.Tls.TLS));
        return mail;
    }

    /** Keeps the id the mail was queued with, where Jakarta Mail would make a new one per attempt. */
    private static final class StableId extends MimeMessage {
        private final String id;

        private StableId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
