package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All mails; the only door through which a new one comes. */
@ApplicationScoped
public class Mails {

    /** By one statement, since each order has its mail: nothing is asked first, and no entity is made. */
    private static final String UNLESS_QUEUED =
            "insert into notifications.mail (id, kind, about_id, episode, tenant_id,"
                    + " location_id, recipient, language, subject, body_text, body_html, message_id, state, attempts, next_try,"
                    + " created_at) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ? where not exists (select 1"
                    + " from notifications.mail m where m.about_id = ? and m.kind = ? and m.episode = ? and m.recipient = ?)";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Mails(EntityManager entities, Clock clock) {
        this.sql = new Sql(entities);
        this.clock = clock;
    }

    /**
     * Queues the mail unless it was queued before; false then. Should two nodes queue the same at the same instant, the
     * table's key lets one commit and the other is asked again later by its outbox row or its tick.
     */
    public boolean queue(Draft draft) {
        return queue(List.of(draft)) == 1;
    }

    /** As {@link #queue(Draft)} for each of them, in one statement; returns how many were queued. */
    public int queue(Collection<Draft> drafts) {
        if (drafts.isEmpty()) return 0;
        Instant now = clock.instant();
        return sql.changeEach(
                UNLESS_QUEUED, drafts.stream().map(draft -> values(draft, now)).toList());
    }

    private static List<Object> values(Draft draft, Instant now) {
        UUID id = Uuid7.at(now);
        String kind = draft.kind().name();
        MailText text = draft.text();
        return List.of(
                id,
                kind,
                draft.about(),
                draft.episode(),
                draft.tenant(),
                draft.location(),
                draft.recipient(),
                text.language(),
                text.subject(),
                text.text(),
                text.html(),
                Mail.messageId(id),
                MailState.WAITING.name(),
                now,
                now,
                draft.about(),
                kind,
                draft.episode(),
                draft.recipient());
    }
}
