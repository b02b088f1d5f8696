package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.database.Sql;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored blocks and counters of a location. */
@ApplicationScoped
@Transactional
public class AvailabilityRows {

    private static final String OF_ARTICLES =
            "select b.location_id, b.article_id, b.blocked_until, cast(null as integer)"
                    + " from catalog.article_block b where b.location_id = any (?) and b.article_id = any (?)"
                    + " and (b.blocked_until is null or b.blocked_until > ?)"
                    + " union all select c.location_id, c.article_id, null, c.remaining from catalog.availability_counter c"
                    + " where c.location_id = any (?) and c.article_id = any (?)";

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

        /** What is left of it later, as far as can be known: without the blocks that have ended by themselves. */
        Snapshot at(Instant now) {
            Map<String, Instant> left = new HashMap<>(blocks);
            left.values().removeIf(end -> !end.isAfter(now));
            Instant next = left.values().stream()
                    .filter(end -> end.isBefore(Instant.MAX))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            return new Snapshot(left, counters, next);
        }
    }

    /** Of many locations, in as many queries; one of which nothing is known has an empty one. */
    Map<UUID, Snapshot> snapshots(Collection<UUID> locations, Instant now) {
        Map<UUID, List<ArticleBlock>> blocks = entities.createQuery(
                        "select b from ArticleBlock b where b.location in :locations", ArticleBlock.class)
                .setParameter("locations", locations)
                .getResultStream()
                .collect(Collectors.groupingBy(ArticleBlock::location));
        Map<UUID, List<AvailabilityCounter>> counters = entities.createQuery(
                        "select c from AvailabilityCounter c where c.location in :locations", AvailabilityCounter.class)
                .setParameter("locations", locations)
                .getResultStream()
                .collect(Collectors.groupingBy(AvailabilityCounter::location));
        Map<UUID, Snapshot> all = new HashMap<>();
        for (UUID location : locations)
            all.put(
                    location,
                    snapshot(
                            blocks.getOrDefault(location, List.of()), counters.getOrDefault(location, List.of()), now));
        return all;
    }

    /** Of these articles alone, by one query. */
    public Snapshot snapshot(LocationId location, Instant now, Collection<String> articles) {
        return Objects.requireNonNull(
                snapshots(Map.of(location.value(), articles), now).get(location.value()));
    }

    /** Of these articles of several locations alone, by one query; a location of whose articles nothing is known has an empty one. */
    Map<UUID, Snapshot> snapshots(Map<UUID, ? extends Collection<String>> articles, Instant now) {
        Collection<UUID> locations = articles.keySet();
        List<String> all = articles.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Map<UUID, Snapshot> found = new HashMap<>();
        locations.forEach(location -> found.put(location, new Snapshot(new HashMap<>(), new HashMap<>(), null)));
        new Sql(entities)
                .rows(OF_ARTICLES, List.of(locations, all, now, locations, all), Row::of)
                .forEach(row -> row.addTo(Objects.requireNonNull(found.get(row.location()))));
        return found;
    }

    /** @param remaining null for a block */
    private record Row(
            UUID location,
            String article,
            @Nullable Instant until,
            @Nullable Integer remaining) {
        static Row of(ResultSet row) throws SQLException {
            OffsetDateTime until = row.getObject(3, OffsetDateTime.class);
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    until == null ? null : until.toInstant(),
                    row.getObject(4, Integer.class));
        }

        void addTo(Snapshot snapshot) {
            if (remaining != null) snapshot.counters().put(article, remaining);
            else snapshot.blocks().put(article, Objects.requireNonNullElse(until, Instant.MAX));
        }
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
