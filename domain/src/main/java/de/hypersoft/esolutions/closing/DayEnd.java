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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final String DUE = "select c.location_id from closing.calendar c where c.next_due <= :now"
            + " order by c.next_due, c.location_id";

    /** Locations without a calendar, or whose own has another zone or cut-off; looks at all of them. */
    private static final String UNPLANNED = "select l.id from tenancy.location l left join closing.calendar c"
            + " on c.location_id = l.id where c.location_id is null or c.time_zone <> l.time_zone"
            + " or c.cutoff <> l.cutoff order by l.id";

    private final EntityManager entities;
    private final ClusterLock clusterLock;
    private final Locations locations;
    private final CalendarCheck check;
    private final Clock clock;
    private final Duration spread;

    @Inject
    DayEnd(
            EntityManager entities,
            ClusterLock clusterLock,
            Locations locations,
            CalendarCheck check,
            Clock clock,
            @ConfigProperty(name = "CLOSING_SPREAD_SECONDS", defaultValue = "600") int spreadSeconds) {
        this.entities = entities;
        this.clusterLock = clusterLock;
        this.locations = locations;
        this.check = check;
        this.clock = clock;
        this.spread = Duration.ofSeconds(spreadSeconds);
    }

    /**
     * Ends due days and plans new locations, at most {@code limit}; returns how many. Nothing due, nothing written, and one
     * query by an index, however many locations there are.
     */
    public int run(int limit) {
        boolean some = !due(1).isEmpty();
        boolean compare = check.isDue();
        if (compare) some |= anyUnplanned();
        if (!some || !clusterLock.take("day-end")) return 0;
        Set<UUID> attended = new LinkedHashSet<>(due(limit));
        if (compare && attended.size() < limit) attended.addAll(unplanned(limit - attended.size()));
        attended.forEach(this::attend);
        return attended.size();
    }

    private boolean anyUnplanned() {
        long before = check.changes();
        if (!unplanned(1).isEmpty()) return true;
        check.agreed(before);
        return false;
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

    private List<UUID> due(int limit) {
        return locations(
                entities.createNativeQuery(DUE + first(limit), UUID.class).setParameter("now", clock.instant()));
    }

    private List<UUID> unplanned(int limit) {
        return locations(entities.createNativeQuery(UNPLANNED + first(limit), UUID.class));
    }

    private static String first(int limit) {
        return " fetch first " + limit + " rows only";
    }

    private static List<UUID> locations(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** A day end that has run. */
    public record Closed(UUID run, LocationId location) {}
}
