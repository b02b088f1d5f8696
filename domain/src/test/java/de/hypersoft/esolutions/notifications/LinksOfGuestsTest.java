package de.hypersoft.esolutions.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A stranger's words under the restaurant's name, to an address that the stranger chose. */
@OnBothDatabases
class LinksOfGuestsTest extends UnclaimedOrdersStage {

    private static final List<String> TYPED = List.of(
            "Win https://evil.example/a",
            "www.evil.example",
            "evil.example/b",
            "thief@evil.example",
            "javascript:alert(1)",
            "evil\u200b.example",
            "<a href=x>");
    private static final String LINKED =
            "(?is).*(?:https?://|www\\.\\S|\\S\\.example|\\S@\\S|javascript:\\S|href=x>).*";

    private final WrittenOfGuest mails;
    private int number = 900_000;

    LinksOfGuestsTest(Store store) {
        super(store);
        mails = new WrittenOfGuest(store, clock, location);
    }

    @Test
    void no_mail_carries_a_link_that_a_guest_typed() {
        TYPED.forEach(this::written);

        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        "ORDER_CONFIRMATION",
                        "ORDER_ACCEPTED",
                        "ORDER_READY",
                        "ORDER_REJECTED",
                        "ORDER_CANCELLED",
                        "UNCLAIMED_ORDER",
                        "UNCLAIMED_DIGEST",
                        "UNBOOKED_ORDER",
                        "UNBOOKED_DIGEST");
        assertThat(texts()).hasSizeGreaterThanOrEqualTo(3 * 9 * TYPED.size()).allSatisfy(text -> assertThat(ours(text))
                .doesNotMatch(LINKED));
    }

    @Test
    void a_subject_stays_one_line() {
        MailText mail = new MailBody().say("x").mail("de", "Bestellung\r\nBcc: victim@gast.example\u2028bei Linde");

        assertThat(mail.subject()).isEqualTo("Bestellung Bcc: victim@gast.example bei Linde");
    }

    /** Stored as it could be before names were looked at: in the name, both notes and the address. */
    private void written(String typed) {
        UUID id = WaitingOrder.in(location, store, clock.instant(), "2026-" + number++);
        store.run(() -> store.entities()
                .createNativeQuery("update ordering.customer_order set document = replace(replace(replace(document,"
                        + " 'Anna Müller', :typed), 'gut durch', :typed), '\"note\":\"\"', :note) where id = :id")
                .setParameter("typed", typed)
                .setParameter("note", "\"note\":\"" + typed + "\"")
                .setParameter("id", id)
                .executeUpdate());
        mails.about(store.in(() -> new Orders(store.entities()).get(new OrderId(id))));
    }

    /** Without the addresses that are ours. */
    private static String ours(String text) {
        return text.replaceAll("https://(?:portal|linde|shop)\\.example[^\\s\"<]*", "");
    }

    private Set<String> kinds() {
        return Set.copyOf(rows("select m.kind from notifications.mail m"));
    }

    private List<String> texts() {
        List<String> all = new ArrayList<>(rows("select m.body_text from notifications.mail m"));
        all.addAll(rows("select m.body_html from notifications.mail m"));
        all.addAll(rows("select m.subject from notifications.mail m"));
        return all;
    }

    private List<String> rows(String query) {
        return store.in(() -> store.entities()
                .createNativeQuery(query, String.class)
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }
}
