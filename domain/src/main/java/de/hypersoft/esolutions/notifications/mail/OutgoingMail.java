package de.hypersoft.esolutions.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hands out what is due and takes the results. The mail server is spoken to between these transactions, never inside;
 * a node that dies in between leaves a lease that runs out, and the mail goes out again with the same Message-ID (I6).
 */
@ApplicationScoped
@Transactional
public class OutgoingMail {

    private final EntityManager entities;
    private final Digests digests;
    private final Clock clock;

    @Inject
    public OutgoingMail(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.digests = new Digests(entities);
        this.clock = clock;
    }

    /**
     * Leases up to {@code limit} due mails to the caller for five minutes; empty, and nothing written, if none is due. One
     * that says of orders that they wait is dropped when none of them does any more: the mail server may have been away.
     */
    public List<MailToSend> prepare(int limit) {
        Instant now = clock.instant();
        List<?> due = entities.createNativeQuery(
                        "select m.* from notifications.mail m where m.state = 'WAITING' and m.next_try <= :now"
                                + " order by m.next_try, m.id fetch first " + limit
                                + " rows only for update skip locked",
                        Mail.class)
                .setParameter("now", now)
                .getResultList();
        List<MailToSend> letters = new ArrayList<>();
        for (Object found : due) {
            Mail mail = (Mail) found;
            if (digests.stillTrue(mail) && !mail.isOutlived(now)) letters.add(mail.lease(now));
            else mail.overtaken();
        }
        return letters;
    }

    /** Takes what became of the mails of a batch, all in one transaction. One that is swept meanwhile is not missed. */
    public void conclude(List<MailResult> results) {
        Map<UUID, Mail> mails = entities.createQuery("select m from Mail m where m.id in :ids", Mail.class)
                .setParameter(
                        "ids", results.stream().map(one -> one.letter().id()).toList())
                .getResultStream()
                .collect(Collectors.toMap(Mail::id, Function.identity()));
        Instant now = clock.instant();
        for (MailResult result : results) {
            Mail mail = mails.get(result.letter().id());
            if (mail == null) continue;
            if (result.reason() == null) mail.sent(now);
            else mail.failed(result.letter().attempt(), result.reason(), result.permanent(), now);
        }
    }

    /** Forgets what was sent before the term, or was never got rid of since, guest data with it (T65); returns how many. */
    public int sweep(Duration keep) {
        digests.sweep(clock.instant().minus(keep));
        return entities.createQuery("delete from Mail m where m.state = :sent and m.sentAt < :before"
                        + " or m.state <> :sent and m.createdAt < :before")
                .setParameter("sent", MailState.SENT)
                .setParameter("before", clock.instant().minus(keep))
                .executeUpdate();
    }
}
