package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.catalog.document.StoredText;
import de.hypersoft.esolutions.kernel.database.Condition;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All catalogues a location ever had: staged, shown, past. Publishing is one switch, or nothing (T24). */
@ApplicationScoped
@Transactional
public class MenuVersions {

    private final EntityManager entities;
    private final Clock clock;
    private final Event<Changed> changed;

    @Inject
    public MenuVersions(EntityManager entities, Clock clock, Event<Changed> changed) {
        this.entities = entities;
        this.clock = clock;
        this.changed = changed;
    }

    /** One version as it is shown in lists. */
    public record Line(
            UUID id,
            String version,
            MenuState state,
            int articles,
            Instant receivedAt,
            @Nullable Instant publishedAt) {}

    /** Puts a checked catalogue aside until it is published; whatever was staged or held before it is overtaken. */
    public Line stage(TenantId tenant, LocationId location, CatalogDocument checked) {
        return put(tenant, location, MenuState.STAGED, checked);
    }

    /** Puts a checked catalogue aside until a person decides; whatever was staged or held before it is overtaken. */
    public Line hold(TenantId tenant, LocationId location, CatalogDocument checked) {
        return put(tenant, location, MenuState.HELD, checked);
    }

    private Line put(TenantId tenant, LocationId location, MenuState state, CatalogDocument checked) {
        entities.createQuery("update MenuVersion m set m.state = :superseded where m.location = :location"
                        + " and m.state in (:waiting)")
                .setParameter("superseded", MenuState.SUPERSEDED)
                .setParameter("location", location.value())
                .setParameter("waiting", List.of(MenuState.STAGED, MenuState.HELD))
                .executeUpdate();
        MenuVersion version =
                new MenuVersion(tenant, location, state, checked, StoredText.of(checked), clock.instant());
        entities.persist(version);
        entities.flush();
        entities.detach(version); // its state is changed by updates only, and its document is large
        return version.line();
    }

    /** From now on it waits to be published; false when it is not held any more. */
    public boolean release(LocationId location, UUID version) {
        return move(location, version, MenuState.HELD, MenuState.STAGED);
    }

    /** It will never be shown; false when it is not held any more. */
    public boolean discard(LocationId location, UUID version) {
        return move(location, version, MenuState.HELD, MenuState.DISCARDED);
    }

    private boolean move(LocationId location, UUID version, MenuState from, MenuState to) {
        return entities.createQuery("update MenuVersion m set m.state = :next where m.id = :id"
                                + " and m.location = :location and m.state = :state")
                        .setParameter("next", to)
                        .setParameter("id", version)
                        .setParameter("location", location.value())
                        .setParameter("state", from)
                        .executeUpdate()
                == 1;
    }

    /** Shows the staged version to guests; empty when nothing is staged. A held one is not. */
    public Optional<Line> publish(LocationId location) {
        ShownMenu shown = entities.find(ShownMenu.class, location.value(), LockModeType.PESSIMISTIC_WRITE);
        Optional<Line> staged = pending(location);
        if (staged.isEmpty()) return Optional.empty();
        UUID next = staged.get().id();
        int won = entities.createQuery("update MenuVersion m set m.state = :published, m.publishedAt = :now"
                        + " where m.id = :id and m.state = :staged")
                .setParameter("published", MenuState.PUBLISHED)
                .setParameter("now", clock.instant())
                .setParameter("id", next)
                .setParameter("staged", MenuState.STAGED)
                .executeUpdate();
        if (won == 0) return Optional.empty();
        if (shown == null) {
            entities.persist(new ShownMenu(location, next));
        } else {
            move(location, shown.menuVersion(), MenuState.PUBLISHED, MenuState.SUPERSEDED);
            shown.switchTo(next);
        }
        changed.fire(new Changed(Changed.What.MENU, tenant(next), location.value(), next));
        return line(next);
    }

    public Optional<Line> pending(LocationId location) {
        return lines("m.location = :location and m.state = :staged order by m.id desc")
                .setParameter("location", location.value())
                .setParameter("staged", MenuState.STAGED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Stored::line);
    }

    /** What guests see next, held or not; else what they see now. */
    public Optional<Line> newest(LocationId location) {
        return lines("m.location = :location and m.state in (:waiting) order by m.id desc")
                .setParameter("location", location.value())
                .setParameter("waiting", List.of(MenuState.STAGED, MenuState.HELD))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Stored::line)
                .or(() -> shown(location));
    }

    /** The catalogue of one version, as it was checked; empty when this location has no such version. */
    public Optional<CatalogDocument> document(LocationId location, UUID id) {
        return entities.createQuery(
                        "select m.document from MenuVersion m where m.id = :id and m.location = :location",
                        String.class)
                .setParameter("id", id)
                .setParameter("location", location.value())
                .getResultStream()
                .findFirst()
                .map(CatalogText::stored);
    }

    /** Where a received version stands; the newest of its name. */
    public Optional<Line> find(LocationId location, String version) {
        return states(location, Set.of(version)).values().stream().findFirst();
    }

    /** Where received versions stand, by their names; the newest of each name. */
    public Map<String, Line> states(LocationId location, Set<String> names) {
        Map<String, Line> result = new HashMap<>();
        if (names.isEmpty()) return result;
        lines("m.location = :location and m.version in (:names) order by m.id")
                .setParameter("location", location.value())
                .setParameter("names", names)
                .getResultStream()
                .map(Stored::line)
                .forEach(line -> result.put(line.version(), line));
        return result;
    }

    /** The shown menu as it is in the database, not from memory. */
    public Optional<Menu> shownMenu(LocationId location) {
        return shownId(location).map(this::load);
    }

    public Optional<Line> shown(LocationId location) {
        return shownId(location).flatMap(this::line);
    }

    /** The one sequence number that tells whether a copy in memory is still the shown one; one look-up by key. */
    public Optional<UUID> shownId(LocationId location) {
        return entities.createQuery("select s.menuVersion from ShownMenu s where s.location = :location", UUID.class)
                .setParameter("location", location.value())
                .getResultStream()
                .findFirst();
    }

    static Condition isShown(LocationId location, UUID id) {
        return new Condition(
                "exists (select 1 from catalog.shown_menu s where s.location_id = ? and s.menu_version_id = ?)",
                List.of(location.value(), id));
    }

    /** The same of many locations, in one query; those without a menu are left out. */
    Map<UUID, UUID> shownIds(Collection<UUID> locations) {
        return entities.createQuery(
                        Projection.of(Shown.class, "s.location, s.menuVersion")
                                + " from ShownMenu s where s.location in :locations",
                        Shown.class)
                .setParameter("locations", locations)
                .getResultStream()
                .collect(Collectors.toMap(Shown::location, Shown::version));
    }

    private record Shown(UUID location, UUID version) {}

    /** @throws IllegalStateException when it is gone, or cannot be read back */
    public Menu load(UUID id) {
        String document = entities.createQuery("select m.document from MenuVersion m where m.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("menu version " + id + " is gone"));
        return MenuBuilder.menu(CatalogText.stored(document));
    }

    /** What guests see, as it was taken in. */
    public Optional<CatalogDocument> shownDocument(LocationId location) {
        return shownId(location)
                .map(id -> entities.createQuery("select m.document from MenuVersion m where m.id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResult())
                .map(CatalogText::stored);
    }

    private UUID tenant(UUID id) {
        return entities.createQuery("select m.tenant from MenuVersion m where m.id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private Optional<Line> line(UUID id) {
        return lines("m.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(Stored::line);
    }

    /** Never the entity: with it would come its document, which may have tens of megabytes. */
    private TypedQuery<Stored> lines(String where) {
        return entities.createQuery(
                Projection.of(Stored.class, "m.id, m.version, m.state, m.articles, m.receivedAt, m.publishedAt")
                        + " from MenuVersion m where "
                        + where,
                Stored.class);
    }

    private record Stored(
            UUID id,
            String version,
            MenuState state,
            int articles,
            Instant receivedAt,
            @Nullable Instant publishedAt) {

        Line line() {
            return new Line(id, version, state, articles, receivedAt, publishedAt);
        }
    }
}
