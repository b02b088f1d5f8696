package de.hypersoft.esolutions.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.notifications.QueuedMail;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it costs to lease many mails and to take what became of them. */
@OnBothDatabases
class MailBatchTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    private final OutgoingMail outgoing;

    MailBatchTest(Store store) {
        this.store = store;
        this.outgoing = Transactions.around(store, new OutgoingMail(store.entities(), clock));
    }

    @BeforeEach
    void empty() {
        QueuedMail.none(store);
    }

    @Test
    void twenty_mails_are_leased_and_concluded_in_as_many_statements_as_two() {
        Costs two = costs(2);
        Costs twenty = costs(20);

        assertThat(twenty).isEqualTo(two);
        assertThat(two.lease()).isLessThanOrEqualTo(2);
        assertThat(two.conclude()).isLessThanOrEqualTo(2);
    }

    @Test
    void of_one_batch_some_are_sent_and_some_are_not() {
        QueuedMail.to("anna@example.org", store, clock);
        QueuedMail.to("bodo@example.org", store, clock);
        List<MailToSend> letters = outgoing.prepare(10);

        outgoing.conclude(List.of(
                MailResult.sent(letters.get(0)), MailResult.failed(letters.get(1), "550 no such mailbox", true)));

        assertThat(states()).containsExactlyInAnyOrder(MailState.SENT, MailState.UNDELIVERABLE);
    }

    @Test
    void a_mail_that_was_swept_meanwhile_spoils_nothing_for_the_others() {
        QueuedMail.to("anna@example.org", store, clock);
        MailToSend swept = outgoing.prepare(10).get(0);
        QueuedMail.none(store);
        QueuedMail.to("bodo@example.org", store, clock);
        MailToSend other = outgoing.prepare(10).get(0);

        outgoing.conclude(List.of(MailResult.sent(swept), MailResult.sent(other)));

        assertThat(states()).containsExactly(MailState.SENT);
    }

    private record Costs(long lease, long conclude) {}

    private Costs costs(int mails) {
        for (int i = 0; i < mails; i++) QueuedMail.to("gast" + i + "@example.org", store, clock);
        List<MailToSend> letters = new ArrayList<>();
        long lease = store.statementsOf(() -> letters.addAll(outgoing.prepare(100)));
        assertThat(letters).hasSize(mails);
        long conclude = store.statementsOf(
                () -> outgoing.conclude(letters.stream().map(MailResult::sent).toList()));
        return new Costs(lease, conclude);
    }

    private List<MailState> states() {
        return store.in(() -> store.entities()
                .createQuery("select m.state from Mail m", MailState.class)
                .getResultList());
    }
}
