package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where blocks and counters are changed: by the till for its whole list, by a manager one at a time. */
@ApplicationScoped
@Transactional
public class AvailabilityDesk {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    private static final int MAX_ENTRIES = 2_000;
    private static final int MAX_PORTIONS = 100_000;

    private final EntityManager entities;
    private final AvailabilityRows rows;
    private final Locations locations;
    private final Clock clock;
    private final Event<Changed> changed;

    @SuppressWarnings("NullAway")
    protected AvailabilityDesk() { // CDI
        this.entities = null;
        this.rows = null;
        this.locations = null;
        this.clock = null;
        this.changed = null;
    }

    @Inject
    AvailabilityDesk(
            EntityManager entities, AvailabilityRows rows, Locations locations, Clock clock, Event<Changed> changed) {
        this.entities = entities;
        this.rows = rows;
        this.locations = locations;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * What a till reports. A list that is null is left as it was; a list that is given replaces the till's former one.
     * The till counts portions after its own sales; orders it has not yet fetched are not in its figure.
     */
    public record Report(
            @Nullable List<Block> blocks, @Nullable List<Counter> counters) {}

    /** @param until when the article returns by itself, or null */
    public record Block(String articleId, @Nullable Instant until) {}

    public record Counter(String articleId, int remaining) {}

    public record BlockLine(
            String article, String source, @Nullable Instant until, String by, Instant at) {}

    public record CounterLine(String article, int remaining, Instant countedAt) {}

    /** Everything that limits a location right now, for the portal. */
    public record Limits(List<BlockLine> blocks, List<CounterLine> counters) {}

    public Limits report(TenantId tenant, LocationId id, Report report, Actor actor) {
        Location location = locked(tenant, id);
        if (report.blocks() != null) replaceBlocks(location, report.blocks(), actor);
        if (report.counters() != null) replaceCounters(location, report.counters());
        tell(location);
        return limits(id);
    }

    public Limits limits(TenantId tenant, LocationId id) {
        return limits(locations.get(tenant, id).id());
    }

    /** A manager blocks an article; a second block replaces the first. */
    public void block(TenantId tenant, LocationId id, Block block, Actor actor) {
        Location location = locked(tenant, id);
        check(block.articleId(), "articleId");
        lift(location, block.articleId());
        entities.persist(new ArticleBlock(
                tenant,
                id,
                block.articleId(),
                ArticleBlock.Source.PORTAL,
                block.until(),
                actor.name(),
                clock.instant()));
        tell(location);
    }

    /** Lifts a manager's block; the till's own list is the till's business. */
    public void unblock(TenantId tenant, LocationId id, String article) {
        Location location = locked(tenant, id);
        lift(location, article);
        tell(location);
    }

    /** Two tills that report at the same moment replace the list one after the other. */
    private Location locked(TenantId tenant, LocationId id) {
        Location location = locations.get(tenant, id);
        entities.lock(location, LockModeType.PESSIMISTIC_WRITE);
        return location;
    }

    private void replaceBlocks(Location location, List<Block> blocks, Actor actor) {
        limit(blocks.size(), "blocks");
        Map<String, Block> byArticle = new LinkedHashMap<>();
        for (Block block : blocks) byArticle.put(check(block.articleId(), "blocks"), block);
        entities.createQuery("delete from ArticleBlock b where b.location = :location and b.source = :till")
                .setParameter("location", location.id().value())
                .setParameter("till", ArticleBlock.Source.TILL)
                .executeUpdate();
        Instant now = clock.instant();
        for (Block block : byArticle.values())
            entities.persist(new ArticleBlock(
                    location.tenant(),
                    location.id(),
                    block.articleId(),
                    ArticleBlock.Source.TILL,
                    block.until(),
                    actor.name(),
                    now));
    }

    private void replaceCounters(Location location, List<Counter> counters) {
        limit(counters.size(), "counters");
        Set<String> given = new HashSet<>();
        for (Counter counter : counters) {
            given.add(check(counter.articleId(), "counters"));
            if (counter.remaining() < 0 || counter.remaining() > MAX_PORTIONS)
                throw new Invalid("out-of-range", "remaining lies between 0 and " + MAX_PORTIONS, "counters");
        }
        for (AvailabilityCounter old : rows.counters(location.id()))
            if (!given.contains(old.article())) entities.remove(old);
        entities.flush();
        Map<String, Integer> last = new LinkedHashMap<>();
        for (Counter counter : counters) last.put(counter.articleId(), counter.remaining());
        last.forEach((article, remaining) -> count(location, article, remaining));
    }

    private void count(Location location, String article, int remaining) {
        Instant now = clock.instant();
        int updated = entities.createQuery(
                        "update AvailabilityCounter c set c.remaining = :remaining, c.countedAt = :now"
                                + " where c.location = :location and c.article = :article")
                .setParameter("remaining", remaining)
                .setParameter("now", now)
                .setParameter("location", location.id().value())
                .setParameter("article", article)
                .executeUpdate();
        if (updated == 0)
            entities.persist(new AvailabilityCounter(location.tenant(), location.id(), article, remaining, now));
    }

    private void lift(Location location, String article) {
        entities.createQuery("delete from ArticleBlock b where b.location = :location and b.article = :article"
                        + " and b.source = :portal")
                .setParameter("location", location.id().value())
                .setParameter("article", article)
                .setParameter("portal", ArticleBlock.Source.PORTAL)
                .executeUpdate();
    }

    private Limits limits(LocationId id) {
        entities.flush();
        entities.clear();
        Instant now = clock.instant();
        return new Limits(
                rows.blocks(id).stream()
                        .filter(b -> b.active(now))
                        .map(ArticleBlock::line)
                        .toList(),
                rows.counters(id).stream().map(AvailabilityCounter::line).toList());
    }

    private static String check(@Nullable String article, String field) {
        if (article == null || !ID.matcher(article).matches())
            throw new Invalid("invalid-id", "»" + article + "« is no article id", field);
        return article;
    }

    private static void limit(int size, String field) {
        if (size > MAX_ENTRIES)
            throw new Invalid("too-many", "more than " + MAX_ENTRIES + " " + field, field, Map.of("max", MAX_ENTRIES));
    }

    private void tell(Location location) {
        changed.fire(new Changed(
                Changed.What.AVAILABILITY,
                location.tenant().value(),
                location.id().value(),
                location.id().value()));
    }
}
