package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.pos.report.OrderBooked;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first booking after the cut-off opens the business day; each one is counted (T40). A day that was ended takes none
 * any more: what still belonged to it counts for the open day, with a note.
 */
@ApplicationScoped
class OpenDay implements Listener<OrderBooked> {

    /** A till's clock further ahead than this, or a booking older, is not believed; the time of receipt counts then. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration LATE = Duration.ofDays(7);

    private final EntityManager entities;
    private final Locations locations;

    @Inject
    OpenDay(EntityManager entities, Locations locations) {
        this.entities = entities;
        this.locations = locations;
    }

    @Override
    public String name() {
        return "open-business-day";
    }

    @Override
    public Class<OrderBooked> event() {
        return OrderBooked.class;
    }

    @Override
    public void on(OrderBooked event) {
        Location location = locations.get(new LocationId(event.locationId()));
        entities.lock(location, LockModeType.PESSIMISTIC_WRITE); // two first bookings open one day
        Instant at = believable(event.bookedAt(), event.receivedAt());
        BusinessDay meant = BusinessDay.of(at, location.zone(), location.cutoff());
        LocalDate open = openSince(event.locationId());
        if (open == null || !meant.date().isBefore(open)) {
            row(event, meant).count();
            return;
        }
        BusinessDayRow row = row(event, BusinessDay.on(open, location.zone(), location.cutoff()));
        row.countLate();
        entities.persist(new LateBooking(row.id(), event.orderId(), meant.date(), at, event.receivedAt()));
    }

    private BusinessDayRow row(OrderBooked event, BusinessDay day) {
        BusinessDayRow known = find(event.locationId(), day);
        if (known != null) return known;
        BusinessDayRow row = new BusinessDayRow(event.locationId(), day, event.bookedAt(), event.receivedAt());
        entities.persist(row);
        return row;
    }

    private static Instant believable(@Nullable Instant bookedAt, Instant receivedAt) {
        if (bookedAt == null || bookedAt.isAfter(receivedAt.plus(AHEAD)) || bookedAt.isBefore(receivedAt.minus(LATE)))
            return receivedAt;
        return bookedAt;
    }

    private @Nullable BusinessDayRow find(UUID location, BusinessDay day) {
        return entities.createQuery(
                        "select d from BusinessDayRow d where d.location = :location and d.date = :date",
                        BusinessDayRow.class)
                .setParameter("location", location)
                .setParameter("date", day.date())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** The day that the newest day end began; all before it are closed, whatever a clock says. Null before the first. */
    private @Nullable LocalDate openSince(UUID location) {
        return entities.createQuery(
                        "select r.day from CutoffRun r where r.location = :location order by r.day desc",
                        LocalDate.class)
                .setParameter("location", location)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
