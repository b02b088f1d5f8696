package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.kernel.metrics.FigureSource;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.kernel.metrics.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many mails wait to go out. Without a mail server all do, for months, and nobody is to be told of it. */
@ApplicationScoped
public class MailFigures implements FigureSource {

    private final EntityManager entities;
    private final MailServer server;

    @Inject
    MailFigures(EntityManager entities, MailServer server) {
        this.entities = entities;
        this.server = server;
    }

    @Override
    public void read(Instant now, Readings into) {
        Waiting waiting = server.configured() ? waiting() : new Waiting(0, null);
        into.put(Metric.MAILS_WAITING, waiting.mails());
        into.age(Metric.MAILS_OLDEST, waiting.oldest(), now);
    }

    private Waiting waiting() {
        return entities.createQuery(
                        Projection.of(Waiting.class, "count(m), min(m.createdAt)")
                                + " from Mail m where m.state = :waiting",
                        Waiting.class)
                .setParameter("waiting", MailState.WAITING)
                .getSingleResult();
    }

    /** @param oldest null when none waits */
    private record Waiting(long mails, @Nullable Instant oldest) {}
}
