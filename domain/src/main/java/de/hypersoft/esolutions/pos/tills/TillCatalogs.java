package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.sync.request.CatalogSource;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks tills for their catalogue with a task, which reaches them with their next claim, or at once while one waits. */
@ApplicationScoped
class TillCatalogs implements CatalogSource {

    private final EntityManager entities;
    private final Presence presence;
    private final TillTasks tasks;
    private final Clock clock;

    @Inject
    TillCatalogs(EntityManager entities, Presence presence, TillTasks tasks, Clock clock) {
        this.entities = entities;
        this.presence = presence;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Optional<String> ask(LocationId location, UUID request) {
        Optional<Till> till = present(location);
        till.ifPresent(found -> tasks.sendCatalog(
                new TillTasks.Recipient(found.id(), found.tenant(), location),
                request,
                "Stammdaten an das Portal senden"));
        return till.map(Till::name);
    }

    @Override
    public boolean paired(LocationId location) {
        return !controlTills(location).isEmpty();
    }

    @Override
    public void callOff(UUID request) {
        entities.createQuery("update TillTask t set t.doneAt = :now where t.subject = :request and t.doneAt is null")
                .setParameter("now", clock.instant())
                .setParameter("request", request)
                .executeUpdate();
    }

    /** The control till heard of last, if that was lately. */
    private Optional<Till> present(LocationId location) {
        return controlTills(location).stream()
                .filter(till -> presence.present(seen(till)))
                .max(Comparator.comparing(till -> Objects.requireNonNullElse(seen(till), Instant.EPOCH)));
    }

    private List<Till> controlTills(LocationId location) {
        return entities.createQuery(
                        "select t from Till t where t.location = :location and t.receivesOrders = true"
                                + " and t.tokenHash is not null",
                        Till.class)
                .setParameter("location", location.value())
                .getResultList();
    }

    private @Nullable Instant seen(Till till) {
        return presence.lastSeen(till.id(), till.lastSeenAt());
    }
}
