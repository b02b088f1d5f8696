package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the day of each location once per cut-off, spread over {@code CLOSING_SPREAD_SECONDS} while the boundary stays
 * exact (T43). After downtime it runs once, not once per missed day (T41). What the day end leaves to others, the
 * pending catalogue, is handed out by {@link #unpublished} until somebody reports it done.
 */
@ApplicationScoped
@Transactional
public class DayEnd {

    private static final String ATTENTION = "select l.id from tenancy.location l left join closing.calendar c"
            + " on c.location_id = l.id where c.location_id is null or c.next_due <= :now"
            + " or c.time_zone <> l.time_zone or c.cutoff <> l.cutoff order by c.next_due, l.id";

    private final EntityManager entities;
    private final ClusterLock clusterLock;
    private final Locations locations;
    private final Clock clock;
    private final Duration spread;

    @Inject
    DayEnd(
            EntityManager entities,
            ClusterLock clusterLock,
            Locations locations,
            Clock clock,
            @ConfigProperty(name = "CLOSING_SPREAD_SECONDS", defaultValue = "600") int spreadSeconds) {
        this.entities = entities;
        this.clusterLock = clusterLock;
        this.locations = locations;
        this.clock = clock;
        this.spread = Duration.ofSeconds(spreadSeconds);
    }

    /** Ends due days and plans new locations, at most {@code limit}; returns how many. Nothing due, nothing written. */
    public int run(int limit) {
        if (attention(1).isEmpty() || !clusterLock.take("day-end")) return 0;
        List<UUID> due = attention(limit);
        due.forEach(this::attend);
        return due.size();
    }

    /** Day ends whose catalogue is not published yet, oldest first. */
    public List<Closed> unpublished(int limit) {
        return entities.createQuery(
                        "select r from CutoffRun r where r.publishedAt is null and r.publishAgainAt <= :now"
                                + " order by r.publishAgainAt",
                        CutoffRun.class)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultStream()
                .map(run -> new Closed(run.id(), new LocationId(run.location())))
                .toList();
    }

    public void published(UUID run) {
        find(run).ifPresent(found -> found.published(clock.instant()));
    }

    /** It is handed out again later; the reason is shown in the portal. */
    public void notPublished(UUID run, String reason) {
        find(run).ifPresent(found -> found.notPublished(reason, clock.instant()));
    }

    private void attend(UUID id) {
        Instant now = clock.instant();
        Location location = locations.get(new LocationId(id));
        entities.lock(location, LockModeType.PESSIMISTIC_WRITE); // a booking that is being counted is counted first
        Calendar calendar = entities.find(Calendar.class, id);
        if (calendar == null) {
            entities.persist(new Calendar(id, location.zone(), location.cutoff(), spread, now));
            return;
        }
        calendar.plan(location.zone(), location.cutoff(), spread);
        if (calendar.isDue(now)) end(id, calendar, now);
    }

    private void end(UUID location, Calendar calendar, Instant now) {
        BusinessDay begun = calendar.current(now);
        CutoffRun run = new CutoffRun(location, begun, calendar.endDay(begun, spread), now);
        entities.persist(run);
        entities.createQuery(
                        "select d from BusinessDayRow d where d.location = :location and d.closedAt is null"
                                + " and d.ends <= :boundary",
                        BusinessDayRow.class)
                .setParameter("location", location)
                .setParameter("boundary", begun.begins())
                .getResultList()
                .forEach(BusinessDayRow::close);
        entities.flush();
        carryOver(run, begun.begins());
    }

    /** Lists what is unfinished; a running sale is never cut (T41). */
    private void carryOver(CutoffRun run, Instant boundary) {
        entities.createNativeQuery("insert into closing.carried_over (run_id, order_id, order_number, placed_at,"
                        + " order_status, transfer_state) select cast(:run as uuid), o.id, o.order_number, o.placed_at,"
                        + " o.status, t.state from ordering.customer_order o join pos.transfer t on t.order_id = o.id"
                        + " where o.location_id = :location and o.placed_at < :boundary and t.state <> 'WITHDRAWN'"
                        + " and o.status not in ('COMPLETED', 'REJECTED', 'CANCELLED') and (o.placed_at >= :recent"
                        + " or t.waiting_since is not null)")
                .setParameter("run", run.id())
                .setParameter("location", run.location())
                .setParameter("boundary", boundary)
                .setParameter("recent", boundary.minus(Duration.ofDays(7)))
                .executeUpdate();
    }

    private Optional<CutoffRun> find(UUID run) {
        return Optional.ofNullable(entities.find(CutoffRun.class, run));
    }

    private List<UUID> attention(int limit) {
        Query query = entities.createNativeQuery(ATTENTION + " fetch first " + limit + " rows only", UUID.class);
        List<?> found = query.setParameter("now", clock.instant()).getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** A day end that has run. */
    public record Closed(UUID run, LocationId location) {}
}
