package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored blocks and counters of a location. */
@ApplicationScoped
@Transactional
public class AvailabilityRows {

    private final EntityManager entities;

    @Inject
    public AvailabilityRows(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What stands in the tables, read once.
     *
     * @param blocks end of each block that is active now, {@link Instant#MAX} for open ones
     * @param nextChange when the first of the blocks ends by itself
     */
    record Snapshot(
            Map<String, Instant> blocks,
            Map<String, Integer> counters,
            @Nullable Instant nextChange) {
        Overlay over(Menu menu) {
            return new Overlay(menu, blocks, counters);
        }
    }

    public Snapshot snapshot(LocationId location, Instant now) {
        return snapshot(blocks(location), counters(location), now);
    }

    /** Of these articles alone. */
    public Snapshot snapshot(LocationId location, Instant now, Collection<String> articles) {
        List<ArticleBlock> blocks = entities.createQuery(
                        "select b from ArticleBlock b where b.location = :location and b.article in :articles",
                        ArticleBlock.class)
                .setParameter("location", location.value())
                .setParameter("articles", articles)
                .getResultList();
        List<AvailabilityCounter> counters = entities.createQuery(
                        "select c from AvailabilityCounter c where c.location = :location and c.article in :articles",
                        AvailabilityCounter.class)
                .setParameter("location", location.value())
                .setParameter("articles", articles)
                .getResultList();
        return snapshot(blocks, counters, now);
    }

    private static Snapshot snapshot(List<ArticleBlock> blocks, List<AvailabilityCounter> counters, Instant now) {
        Map<String, Instant> ends = new HashMap<>();
        Instant next = null;
        for (ArticleBlock block : blocks) {
            if (!block.active(now)) continue;
            Instant until = block.until();
            ends.merge(block.article(), until == null ? Instant.MAX : until, (a, b) -> a.isAfter(b) ? a : b);
            if (until != null && (next == null || until.isBefore(next))) next = until;
        }
        Map<String, Integer> remaining = new HashMap<>();
        for (AvailabilityCounter counter : counters) remaining.put(counter.article(), counter.remaining());
        return new Snapshot(ends, remaining, next);
    }

    public List<ArticleBlock> blocks(LocationId location) {
        return entities.createQuery(
                        "select b from ArticleBlock b where b.location = :location order by b.article",
                        ArticleBlock.class)
                .setParameter("location", location.value())
                .getResultList();
    }

    public List<AvailabilityCounter> counters(LocationId location) {
        return entities.createQuery(
                        "select c from AvailabilityCounter c where c.location = :location order by c.article",
                        AvailabilityCounter.class)
                .setParameter("location", location.value())
                .getResultList();
    }

    /** One conditional update: false when fewer than {@code portions} are left, and then nothing was taken. */
    public boolean take(LocationId location, String article, int portions) {
        return entities.createQuery("update AvailabilityCounter c set c.remaining = c.remaining - :portions"
                                + " where c.location = :location and c.article = :article and c.remaining >= :portions")
                        .setParameter("portions", portions)
                        .setParameter("location", location.value())
                        .setParameter("article", article)
                        .executeUpdate()
                == 1;
    }

    /** Adds portions to a counter; an article that is not counted (any more) stays so. */
    public boolean giveBack(LocationId location, String article, int portions) {
        return entities.createQuery("update AvailabilityCounter c set c.remaining = c.remaining + :portions"
                                + " where c.location = :location and c.article = :article")
                        .setParameter("portions", portions)
                        .setParameter("location", location.value())
                        .setParameter("article", article)
                        .executeUpdate()
                == 1;
    }
}
