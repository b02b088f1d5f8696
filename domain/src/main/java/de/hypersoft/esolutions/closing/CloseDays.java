package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.ordering.OrderStatus;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** What the portal shows of business days and day ends. Another tenant's location is unknown (T49). */
@ApplicationScoped
@Transactional
public class CloseDays {

    private final EntityManager entities;
    private final Locations locations;

    @Inject
    public CloseDays(EntityManager entities, Locations locations) {
        this.entities = entities;
        this.locations = locations;
    }

    /** Newest first. */
    public List<Day> days(TenantId tenant, LocationId location, int offset, int limit) {
        locations.get(tenant, location);
        List<BusinessDayRow> days = entities.createQuery(
                        "select d from BusinessDayRow d where d.location = :location order by d.date desc",
                        BusinessDayRow.class)
                .setParameter("location", location.value())
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        Map<UUID, List<Late>> late = late(days);
        return days.stream()
                .map(day -> day.view(late.getOrDefault(day.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Late>> late(List<BusinessDayRow> days) {
        if (days.isEmpty()) return Map.of();
        return entities.createQuery(
                        Projection.of(LateOf.class, "b.day, b.meantFor, count(b)")
                                + " from LateBooking b where b.day in :days"
                                + " group by b.day, b.meantFor order by b.meantFor",
                        LateOf.class)
                .setParameter("days", days.stream().map(BusinessDayRow::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(LateOf::day, Collectors.mapping(LateOf::late, Collectors.toList())));
    }

    private record LateOf(UUID day, LocalDate meantFor, long bookings) {
        Late late() {
            return new Late(meantFor, bookings);
        }
    }

    /** Newest first. */
    public List<Run> runs(TenantId tenant, LocationId location, int offset, int limit) {
        locations.get(tenant, location);
        return entities.createQuery(
                        "select r from CutoffRun r where r.location = :location order by r.day desc", CutoffRun.class)
                .setParameter("location", location.value())
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultStream()
                .map(CutoffRun::view)
                .toList();
    }

    /** The orders a day end found unfinished, oldest first; empty for a run of another location. */
    @SuppressWarnings("unchecked")
    public List<CarriedOver> carriedOver(TenantId tenant, LocationId location, UUID run) {
        locations.get(tenant, location);
        List<StoredCarriedOver> rows = entities.createNativeQuery(
                        "select c.order_id, c.order_number, c.placed_at, c.order_status, c.transfer_state"
                                + " from closing.carried_over c join closing.cutoff_run r on r.id = c.run_id"
                                + " where c.run_id = :run and r.location_id = :location order by c.placed_at, c.order_id",
                        StoredCarriedOver.class)
                .setParameter("run", run)
                .setParameter("location", location.value())
                .unwrap(NativeQuery.class)
                .addScalar("order_id", UUID.class)
                .addScalar("order_number", String.class)
                .addScalar("placed_at", Instant.class)
                .addScalar("order_status", String.class)
                .addScalar("transfer_state", String.class)
                .getResultList();
        return rows.stream().map(StoredCarriedOver::view).toList();
    }

    /**
     * A business day with bookings.
     *
     * @param firstBooking by the till's clock, null when it told none; {@code firstReceived} by ours
     * @param bookings all that count for it, {@code late} ones included
     * @param late those that belonged to a day which was closed when they came; {@code lateFrom} says to which
     * @param closedAt the logical cut-off; null while the day is open
     */
    public record Day(
            LocalDate date,
            Instant begins,
            Instant ends,
            @Nullable Instant firstBooking,
            Instant firstReceived,
            int bookings,
            int late,
            List<Late> lateFrom,
            @Nullable Instant closedAt) {}

    /** How many late bookings belonged to a day. */
    public record Late(LocalDate meantFor, long bookings) {}

    /**
     * One day end.
     *
     * @param day the day that began at {@code boundary}
     * @param missedDays boundaries before this one that passed while no server ran
     * @param publishedAt when the pending catalogue was published; null while that is still to come
     */
    public record Run(
            UUID id,
            LocalDate day,
            Instant boundary,
            Instant ranAt,
            int missedDays,
            @Nullable Instant publishedAt,
            @Nullable String publishError) {}

    /** An order that was unfinished at the cut-off, as it stood then. */
    public record CarriedOver(
            UUID order, String number, Instant placedAt, OrderStatus status, PosTransfer transferState) {}

    private record StoredCarriedOver(UUID order, String number, Instant placedAt, String status, String transferState) {

        CarriedOver view() {
            return new CarriedOver(
                    order, number, placedAt, OrderStatus.valueOf(status), PosTransfer.valueOf(transferState));
        }
    }
}
