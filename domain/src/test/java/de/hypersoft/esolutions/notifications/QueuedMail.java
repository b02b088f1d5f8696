package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;
import java.util.UUID;

/** Mails that wait, for the tests of whoever sends them. */
public final class QueuedMail {

    private QueuedMail() {}

    public static void to(String recipient, Store store, Clock clock) {
        MailText text = new MailText("de", "Bestellung 2026-000123", "Grüße aus der Küche", "<p>Grüße</p>");
        UUID order = Uuid7.at(clock.instant());
        UUID place = Uuid7.at(clock.instant());
        store.in(() -> new Mails(store.entities(), clock)
                .queue(new Draft(MailKind.ORDER_CONFIRMATION, order, 1, place, place, recipient, text)));
    }

    public static void none(Store store) {
        store.run(() -> store.entities().createQuery("delete from Mail m").executeUpdate());
    }
}
