package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.database.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All mails; the only door through which a new one comes. */
@ApplicationScoped
public class Mails {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public Mails(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Queues the mail unless it was queued before; false then. Should two nodes queue the same at the same instant, the
     * table's key lets one commit and the other is asked again later by its outbox row or its tick.
     */
    public boolean queue(Draft draft) {
        return queue(List.of(draft)) == 1;
    }

    /** As {@link #queue(Draft)} for each of them, in one query; returns how many were queued. */
    public int queue(Collection<Draft> drafts) {
        if (drafts.isEmpty()) return 0;
        Set<Key> queued = queued(drafts);
        int fresh = 0;
        for (Draft draft : drafts) {
            if (!queued.add(Key.of(draft))) continue;
            entities.persist(new Mail(draft, clock.instant()));
            fresh++;
        }
        if (fresh > 0) entities.flush();
        return fresh;
    }

    private Set<Key> queued(Collection<Draft> drafts) {
        return entities.createQuery(
                        Projection.of(Key.class, "m.about, m.kind, m.episode, m.recipient")
                                + " from Mail m where m.about in :about and m.kind in :kinds",
                        Key.class)
                .setParameter("about", drafts.stream().map(Draft::about).collect(Collectors.toSet()))
                .setParameter("kinds", drafts.stream().map(Draft::kind).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What makes two mails the same. */
    private record Key(UUID about, MailKind kind, int episode, String recipient) {
        static Key of(Draft draft) {
            return new Key(draft.about(), draft.kind(), draft.episode(), draft.recipient());
        }
    }
}
