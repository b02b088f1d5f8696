package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.kernel.Json;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All catalogues a location ever had: staged, shown, past. Publishing is one switch, or nothing (T24). */
@ApplicationScoped
@Transactional
public class MenuVersions {

    private final EntityManager entities;
    private final Clock clock;
    private final Event<Changed> changed;

    @SuppressWarnings("NullAway")
    protected MenuVersions() { // CDI
        this.entities = null;
        this.clock = null;
        this.changed = null;
    }

    @Inject
    public MenuVersions(EntityManager entities, Clock clock, Event<Changed> changed) {
        this.entities = entities;
        this.clock = clock;
        this.changed = changed;
    }

    /** One version as it is shown in lists. */
    public record Line(
            String version,
            String state,
            int articles,
            Instant receivedAt,
            @Nullable Instant publishedAt) {}

    /** Puts a checked catalogue aside; whatever was staged before it is overtaken. */
    public Line stage(TenantId tenant, LocationId location, CatalogDocument checked) {
        staged(location).forEach(MenuVersion::supersede);
        MenuVersion version = new MenuVersion(tenant, location, checked, Json.write(checked), clock.instant());
        entities.persist(version);
        return version.line();
    }

    /** Shows the staged version to guests; empty when nothing is staged. */
    public Optional<Line> publish(LocationId location) {
        ShownMenu shown = entities.find(ShownMenu.class, location.value(), LockModeType.PESSIMISTIC_WRITE);
        Optional<MenuVersion> staged = staged(location).stream().findFirst();
        if (staged.isEmpty()) return Optional.empty();
        MenuVersion next = staged.get();
        next.publish(clock.instant());
        if (shown == null) {
            entities.persist(new ShownMenu(location, next.id()));
        } else {
            get(shown.menuVersion()).supersede();
            shown.switchTo(next.id());
        }
        changed.fire(new Changed(Changed.What.MENU, next.tenant(), location.value(), next.id()));
        return Optional.of(next.line());
    }

    public Optional<Line> pending(LocationId location) {
        return staged(location).stream().findFirst().map(MenuVersion::line);
    }

    /** Where a received version stands; the newest of its name. */
    public Optional<Line> find(LocationId location, String version) {
        return entities.createQuery(
                        "select m from MenuVersion m where m.location = :location and m.version = :version"
                                + " order by m.id desc",
                        MenuVersion.class)
                .setParameter("location", location.value())
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(MenuVersion::line);
    }

    /** The staged menu itself, to be compared with the shown one. */
    public Optional<Menu> pendingMenu(LocationId location) {
        return staged(location).stream().findFirst().map(m -> load(m.id()));
    }

    /** The shown menu as it is in the database, not from memory. */
    public Optional<Menu> shownMenu(LocationId location) {
        return shownId(location).map(this::load);
    }

    public Optional<Line> shown(LocationId location) {
        return Optional.ofNullable(entities.find(ShownMenu.class, location.value()))
                .map(s -> get(s.menuVersion()).line());
    }

    /** The one sequence number that tells whether a copy in memory is still the shown one; one look-up by key. */
    public Optional<UUID> shownId(LocationId location) {
        return entities.createQuery("select s.menuVersion from ShownMenu s where s.location = :location", UUID.class)
                .setParameter("location", location.value())
                .getResultStream()
                .findFirst();
    }

    public Menu load(UUID id) {
        return MenuBuilder.menu(CatalogText.stored(get(id).document()));
    }

    private MenuVersion get(UUID id) {
        MenuVersion found = entities.find(MenuVersion.class, id);
        if (found == null) throw new IllegalStateException("menu version " + id + " is gone");
        return found;
    }

    private List<MenuVersion> staged(LocationId location) {
        return entities.createQuery(
                        "select m from MenuVersion m where m.location = :location and m.state = :staged"
                                + " order by m.id desc",
                        MenuVersion.class)
                .setParameter("location", location.value())
                .setParameter("staged", MenuVersion.State.STAGED)
                .getResultList();
    }
}
