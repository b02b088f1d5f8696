package de.hypersoft.esolutions.tenancy.hours;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The switch with which a manager stops new orders of a location for a while. */
@ApplicationScoped
@Transactional
public class PauseOrdering {

    private static final int DAYS_SEARCHED = 14;

    private final Locations locations;
    private final EntityManager entities;
    private final Audit audit;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    public PauseOrdering(
            Locations locations, EntityManager entities, Audit audit, Event<Changed> changes, Clock clock) {
        this.locations = locations;
        this.entities = entities;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** For how long. */
    public enum Length {
        MINUTES_15,
        MINUTES_30,
        MINUTES_60,
        /** Until the location opens on a day after today, by its own calendar. */
        NEXT_DAY,
        /** Until somebody ends it. */
        OPEN_END
    }

    /**
     * From now on, in the place of a pause that is on already.
     *
     * @throws Conflict {@code no-next-opening} when the location does not open within two weeks
     */
    public void pause(Scope scope, Actor by, LocationId id, Length length) {
        Location location = locked(scope, id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        location.pause(new Pause(now, until(location, length, now), by.name()));
        tell(location, by, "orders-paused", length.name());
    }

    /** Orders are taken again at once; where nothing is paused nothing happens. */
    public void resume(Scope scope, Actor by, LocationId id) {
        Location location = locked(scope, id);
        if (location.pauseAt(clock.instant()).isEmpty()) return;
        location.resume();
        tell(location, by, "orders-resumed", "");
    }

    /**
     * Notes in the log of acts which pauses ended by themselves, of up to {@code limit} locations. Orders are taken again
     * at the end of a pause, whether it is noted by then or not.
     *
     * @return how many
     */
    public int noteEnds(int limit) {
        Instant now = clock.instant();
        List<Location> over = entities.createQuery(
                        "select l from Location l where l.pausedUntil <= :now order by l.pausedUntil", Location.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (Location location : over) {
            location.resume();
            tell(location, Actor.SYSTEM, "orders-resumed", "");
        }
        return over.size();
    }

    private @Nullable Instant until(Location location, Length length, Instant now) {
        return switch (length) {
            case MINUTES_15 -> now.plus(Duration.ofMinutes(15));
            case MINUTES_30 -> now.plus(Duration.ofMinutes(30));
            case MINUTES_60 -> now.plus(Duration.ofMinutes(60));
            case NEXT_DAY -> nextDay(location, now);
            case OPEN_END -> null;
        };
    }

    private Instant nextDay(Location location, Instant now) {
        OpeningHours hours = locations.hours(location);
        LocalDate tomorrow = day(location, hours, now).plusDays(1);
        return openings(location, hours, tomorrow, DAYS_SEARCHED)
                .map(OpeningHours.Opening::from)
                .filter(from -> from.isAfter(now))
                .min(Instant::compareTo)
                .orElseThrow(() -> new Conflict("no-next-opening", "it does not open within two weeks"));
    }

    /** As people at work count: a night belongs to the evening before it, until the location opens or the day changes. */
    private static LocalDate day(Location location, OpeningHours hours, Instant now) {
        ZonedDateTime local = now.atZone(location.zone());
        LocalDate date = local.toLocalDate();
        boolean night = local.toLocalTime().isBefore(location.details().cutoff())
                && openings(location, hours, date, 1)
                        .noneMatch(opening -> !opening.from().isAfter(now));
        return night ? date.minusDays(1) : date;
    }

    private static Stream<OpeningHours.Opening> openings(
            Location location, OpeningHours hours, LocalDate first, int days) {
        return Arrays.stream(OrderType.values())
                .filter(location.orderTypes()::contains)
                .flatMap(type -> hours.openings(first, days, type).stream());
    }

    /** Locked: of two who press the switch at the same moment neither is told to try again. */
    private Location locked(Scope scope, LocationId id) {
        entities.find(Location.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        return locations.get(scope, id);
    }

    private void tell(Location location, Actor by, String act, String how) {
        audit.record(by, location.tenant().value(), act, location.name(), how);
        changes.fire(new Changed(
                Changed.What.LOCATION,
                location.tenant().value(),
                location.id().value(),
                location.id().value()));
    }
}
