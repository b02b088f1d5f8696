package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.metrics.FigureSource;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.kernel.metrics.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/** Which day ends are behind. The time over which they are spread is in their due time already. */
@ApplicationScoped
public class DayEndFigures implements FigureSource {

    private static final Duration LATE = Duration.ofMinutes(15);

    private final EntityManager entities;

    @Inject
    DayEndFigures(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void read(Instant now, Readings into) {
        into.put(
                Metric.DAY_ENDS_OVERDUE,
                count("select count(c) from Calendar c where c.nextDue <= :late", now.minus(LATE)));
        into.put(
                Metric.DAY_ENDS_UNPUBLISHED,
                count(
                        "select count(r) from CutoffRun r where r.publishedAt is null and r.ranAt <= :late",
                        now.minus(LATE)));
    }

    private long count(String query, Instant late) {
        return entities.createQuery(query, Long.class)
                .setParameter("late", late)
                .getSingleResult();
    }
}
