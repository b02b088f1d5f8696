package de.hypersoft.esolutions.catalog.availability;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.outbox.Changed;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where blocks and counters are changed: by the till for its whole list, by a manager one at a time. */
@ApplicationScoped
@Transactional
public class ManageAvailability {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    private static final int MAX_ENTRIES = CatalogText.MAX_ARTICLES;
    private static final int MAX_PORTIONS = 100_000;

    private final EntityManager entities;
    private final AvailabilityRows rows;
    private final Locations locations;
    private final Menus menus;
    private final MenuVersions versions;
    private final Clock clock;
    private final Event<Changed> changed;

    @Inject
    public ManageAvailability(
            EntityManager entities,
            AvailabilityRows rows,
            Locations locations,
            Menus menus,
            MenuVersions versions,
            Clock clock,
            Event<Changed> changed) {
        this.entities = entities;
        this.rows = rows;
        this.locations = locations;
        this.menus = menus;
        this.versions = versions;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * What a till reports. Lists that are missing change nothing. The till counts portions after its own sales; orders it
     * has not yet fetched are not in its figure.
     *
     * @param blocks to be blocked, or given another end
     * @param unblocks to be sold again
     * @param counters portions left from now on
     * @param uncounts not counted any more
     * @param complete true when {@code blocks} and {@code counters} are all there are: what they do not name is lifted
     */
    public record Report(
            @Nullable List<Block> blocks,
            @Nullable List<String> unblocks,
            @Nullable List<Counter> counters,
            @Nullable List<String> uncounts,
            boolean complete) {

        public static Report of(List<Block> blocks, List<Counter> counters) {
            return new Report(blocks, null, counters, null, false);
        }
    }

    /** @param until when the article returns by itself, or null */
    public record Block(String articleId, @Nullable Instant until) {}

    public record Counter(String articleId, int remaining) {}

    public record BlockLine(
            String article, BlockSource source, @Nullable Instant until, String by, Instant at) {}

    public record CounterLine(String article, int remaining, Instant countedAt) {}

    /** Everything that limits a location right now, for the portal. */
    public record Limits(List<BlockLine> blocks, List<CounterLine> counters) {}

    public Limits report(TenantId tenant, LocationId id, Report report, Actor actor) {
        Location location = locked(tenant, id);
        sold(id, given(report.blocks()).stream().map(Block::articleId).toList(), "blocks");
        sold(id, given(report.counters()).stream().map(Counter::articleId).toList(), "counters");
        block(location, given(report.blocks()), actor, report.complete() && report.blocks() != null);
        for (String article : checked(given(report.unblocks()), "unblocks", ""))
            lift(location, BlockSource.TILL, article);
        count(location, given(report.counters()), report.complete() && report.counters() != null);
        for (String article : checked(given(report.uncounts()), "uncounts", "")) uncount(location, article);
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
        lift(location, BlockSource.PORTAL, block.articleId());
        entities.persist(new ArticleBlock(
                tenant, id, block.articleId(), BlockSource.PORTAL, block.until(), actor.name(), clock.instant()));
        tell(location);
    }

    /** Lifts a manager's block; the till's own list is the till's business. */
    public void unblock(TenantId tenant, LocationId id, String article) {
        Location location = locked(tenant, id);
        lift(location, BlockSource.PORTAL, article);
        tell(location);
    }

    /**
     * A block of an article that does not exist would stop nothing, and nobody would know. What waits to be shown counts
     * too; before a location's first menu anything is taken.
     */
    private void sold(LocationId location, List<String> articles, String field) {
        limit(articles.size(), field);
        checked(articles, field, ".articleId");
        Menu shown = menus.find(location).orElse(null);
        if (shown == null) return;
        List<String> unknown = articles.stream()
                .filter(article -> shown.article(article).isEmpty())
                .distinct()
                .toList();
        if (unknown.isEmpty()) return;
        Menu pending =
                versions.pending(location).map(line -> versions.load(line.id())).orElse(shown);
        List<String> nowhere = unknown.stream()
                .filter(article -> pending.article(article).isEmpty())
                .toList();
        if (!nowhere.isEmpty())
            throw new Invalid(
                    "unknown-article",
                    "no such article on this location's menu: " + String.join(", ", nowhere),
                    field,
                    Map.of("articles", nowhere));
    }

    /** Two tills that report at the same moment replace the list one after the other. */
    private Location locked(TenantId tenant, LocationId id) {
        entities.find(Location.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        return locations.get(tenant, id);
    }

    private void block(Location location, List<Block> blocks, Actor actor, boolean complete) {
        Map<String, Block> byArticle = new LinkedHashMap<>();
        for (Block block : blocks) byArticle.put(block.articleId(), block);
        for (ArticleBlock old : rows.blocks(location.id()))
            if (old.fromTill() && (complete || byArticle.containsKey(old.article()))) entities.remove(old);
        entities.flush();
        Instant now = clock.instant();
        for (Block block : byArticle.values())
            entities.persist(new ArticleBlock(
                    location.tenant(),
                    location.id(),
                    block.articleId(),
                    BlockSource.TILL,
                    block.until(),
                    actor.name(),
                    now));
    }

    private void count(Location location, List<Counter> counters, boolean complete) {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (Counter counter : counters) {
            if (counter.remaining() < 0 || counter.remaining() > MAX_PORTIONS)
                throw new Invalid(
                        "out-of-range",
                        "remaining lies between 0 and " + MAX_PORTIONS,
                        "counters[" + counters.indexOf(counter) + "].remaining");
            last.put(counter.articleId(), counter.remaining());
        }
        if (complete)
            for (AvailabilityCounter old : rows.counters(location.id()))
                if (!last.containsKey(old.article())) uncount(location, old.article());
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

    private void uncount(Location location, String article) {
        entities.createQuery("delete from AvailabilityCounter c where c.location = :location and c.article = :article")
                .setParameter("location", location.id().value())
                .setParameter("article", article)
                .executeUpdate();
    }

    private void lift(Location location, BlockSource source, String article) {
        entities.createQuery("delete from ArticleBlock b where b.location = :location and b.article = :article"
                        + " and b.source = :source")
                .setParameter("location", location.id().value())
                .setParameter("article", article)
                .setParameter("source", source)
                .executeUpdate();
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
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

    /** @param member of each in the list, with a dot before it; empty when each is an id itself */
    private static List<String> checked(List<String> articles, String field, String member) {
        for (int i = 0; i < articles.size(); i++) check(articles.get(i), field + "[" + i + "]" + member);
        return articles;
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
