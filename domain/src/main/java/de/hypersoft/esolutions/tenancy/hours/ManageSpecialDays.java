package de.hypersoft.esolutions.tenancy.hours;

import de.hypersoft.esolutions.kernel.Invalid;
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
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where managers set the hours of single dates. Days that are over are kept and not shown. */
@ApplicationScoped
@Transactional
public class ManageSpecialDays {

    private static final int YEARS_AHEAD = 2;

    private final Locations locations;
    private final Audit audit;
    private final Event<Changed> changes;
    private final Clock clock;

    @Inject
    ManageSpecialDays(Locations locations, Audit audit, Event<Changed> changes, Clock clock) {
        this.locations = locations;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** From today on, in the location's zone; by date, then by order type. */
    public List<SpecialDay> upcoming(Scope scope, LocationId id) {
        Location location = locations.get(scope, id);
        LocalDate today = today(location);
        Map<String, List<OpeningWindow.Span>> days = locations.hours(location).spans().stream()
                .filter(span -> span.date() != null && !span.date().isBefore(today))
                .collect(Collectors.groupingBy(
                        span -> span.date() + " " + span.type(), TreeMap::new, Collectors.toList()));
        return days.values().stream().map(ManageSpecialDays::day).toList();
    }

    /**
     * Sets a day, or sets it anew.
     *
     * @throws Invalid {@code date-in-past}, {@code out-of-range} on {@code date}
     */
    public void put(Scope scope, Actor by, LocationId id, SpecialDay day) {
        Location location = locations.get(scope, id);
        LocalDate today = today(location);
        if (day.date().isBefore(today)) throw new Invalid("date-in-past", "that day is over", "date");
        if (day.date().isAfter(today.plusYears(YEARS_AHEAD)))
            throw new Invalid("out-of-range", "a day lies at most " + YEARS_AHEAD + " years ahead", "date");
        locations.replaceDay(id, day.date(), day.type(), day.windows(id));
        record(by, location, "special-day-set", day);
    }

    /** @return the day as it was, to be set again; empty when there was none */
    public Optional<SpecialDay> remove(Scope scope, Actor by, LocationId id, LocalDate date, @Nullable OrderType type) {
        Location location = locations.get(scope, id);
        Optional<SpecialDay> was = upcoming(scope, id).stream()
                .filter(day -> day.date().equals(date) && day.type() == type)
                .findFirst();
        was.ifPresent(day -> {
            locations.replaceDay(id, date, type, List.of());
            record(by, location, "special-day-removed", day);
        });
        return was;
    }

    private LocalDate today(Location location) {
        return clock.instant().atZone(location.zone()).toLocalDate();
    }

    @SuppressWarnings("NullAway")
    private static SpecialDay day(List<OpeningWindow.Span> spans) {
        OpeningWindow.Span first = spans.get(0);
        return SpecialDay.of(first.date(), first.type(), spans);
    }

    private void record(Actor by, Location location, String action, SpecialDay day) {
        String detail = day.date() + (day.type() == null ? "" : " " + day.type()) + " "
                + (day.closed() ? "geschlossen" : day.text());
        audit.record(by, location.tenant().value(), action, location.name(), detail);
        changes.fire(new Changed(
                Changed.What.LOCATION,
                location.tenant().value(),
                location.id().value(),
                location.id().value()));
    }
}
