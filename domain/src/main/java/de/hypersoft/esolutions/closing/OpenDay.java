package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.Listener;
import de.hypersoft.esolutions.pos.OrderBooked;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first booking after the cut-off opens the business day; each one is counted (T40). */
@ApplicationScoped
class OpenDay implements Listener<OrderBooked> {

    /** A till's clock further ahead than this, or a booking older, is not believed; the time of receipt counts then. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration LATE = Duration.ofDays(7);

    private final EntityManager entities;
    private final Locations locations;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected OpenDay() { // CDI
        this.entities = null;
        this.locations = null;
        this.clock = null;
    }

    @Inject
    OpenDay(EntityManager entities, Locations locations, Clock clock) {
        this.entities = entities;
        this.locations = locations;
        this.clock = clock;
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
        BusinessDay day = BusinessDay.of(at, location.zone(), location.cutoff());
        BusinessDayRow row = find(event.locationId(), day);
        if (row == null) {
            row = new BusinessDayRow(event.locationId(), day, event.bookedAt(), event.receivedAt());
            entities.persist(row);
        }
        row.count();
        if (ended(event.locationId(), day)) row.close();
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

    /** Whether the day end that closes this day has run already: the till reported late. */
    private boolean ended(UUID location, BusinessDay day) {
        return !day.ends().isAfter(clock.instant())
                && entities.createQuery(
                                        "select count(r) from CutoffRun r where r.location = :location and r.day > :date",
                                        Long.class)
                                .setParameter("location", location)
                                .setParameter("date", day.date())
                                .getSingleResult()
                        > 0;
    }
}
