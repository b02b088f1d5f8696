package de.hypersoft.esolutions.notifications.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

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
        if (isQueued(draft)) return false;
        entities.persist(new Mail(draft, clock.instant()));
        entities.flush();
        return true;
    }

    private boolean isQueued(Draft draft) {
        return entities.createQuery(
                                "select count(m) from Mail m where m.about = :about and m.kind = :kind"
                                        + " and m.episode = :episode and m.recipient = :recipient",
                                Long.class)
                        .setParameter("about", draft.about())
                        .setParameter("kind", draft.kind())
                        .setParameter("episode", draft.episode())
                        .setParameter("recipient", draft.recipient())
                        .getSingleResult()
                > 0;
    }
}
