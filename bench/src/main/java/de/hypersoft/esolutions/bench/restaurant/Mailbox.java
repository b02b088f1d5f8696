package de.hypersoft.esolutions.bench.restaurant;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.Map;

/** A real SMTP server on loopback that takes every mail. */
public final class Mailbox implements AutoCloseable {

    private final GreenMail server;

    public Mailbox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    public int count() {
        return server.getReceivedMessages().length;
    }

    /** Message-IDs, each with how often it came. */
    public Map<String, Integer> received() throws MessagingException {
        Map<String, Integer> ids = new HashMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) ids.merge(mail.getMessageID(), 1, Integer::sum);
        return ids;
    }

    @Override
    public void close() {
        server.stop();
    }
}
