package de.hypersoft.esolutions.tenancy.hours;

import de.hypersoft.esolutions.kernel.WallTime;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a location takes orders. Pure: answers from its windows and an instant, over midnight and both clock changes. A
 * location without any window is closed.
 *
 * @param pause the last one, on or over; the door stands open meanwhile, but nothing is taken
 */
public record OpeningHours(
        ZoneId zone,
        List<OpeningWindow.Span> spans,
        @Nullable Pause pause) {

    /** One concrete opening, as instants; the end is exclusive. */
    public record Opening(Instant from, Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** Openings of which each begins before or when the one before ends: without a pause between them. */
    public record Stretch(Instant from, Instant until, List<Opening> openings) {}

    public OpeningHours {
        spans = List.copyOf(spans);
    }

    public OpeningHours(ZoneId zone, List<OpeningWindow.Span> spans) {
        this(zone, spans, null);
    }

    public Optional<Pause> pauseAt(Instant at) {
        return Optional.ofNullable(pause).filter(p -> p.isOn(at));
    }

    public boolean isOpen(Instant at, OrderType type) {
        return current(at, type).isPresent();
    }

    /** The opening that holds this instant; the longest when several do. */
    public Optional<Opening> current(Instant at, OrderType type) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return openings(today.minusDays(1), 2, type).stream()
                .filter(o -> o.holds(at))
                .max(Comparator.comparing(Opening::until));
    }

    /** Until when it stays open without a pause, looking two days ahead; empty when closed. */
    public Optional<Instant> openUntil(Instant at, OrderType type) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return stretches(today.minusDays(1), 4, type).stream()
                .filter(s -> !at.isBefore(s.from()) && at.isBefore(s.until()))
                .map(Stretch::until)
                .findFirst();
    }

    /** The openings that start on one of the days, those without a pause between them together; in order of time. */
    public List<Stretch> stretches(LocalDate first, int days, OrderType type) {
        List<Stretch> result = new ArrayList<>();
        List<Opening> together = new ArrayList<>();
        Instant until = Instant.MIN;
        for (Opening opening : openings(first, days, type)) {
            if (!opening.from().isBefore(opening.until())) continue;
            if (!together.isEmpty() && opening.from().isAfter(until)) {
                result.add(new Stretch(together.get(0).from(), until, List.copyOf(together)));
                together.clear();
            }
            until = together.isEmpty() || opening.until().isAfter(until) ? opening.until() : until;
            together.add(opening);
        }
        if (!together.isEmpty()) result.add(new Stretch(together.get(0).from(), until, List.copyOf(together)));
        return result;
    }

    /** The next opening that begins after this instant, looking eight days ahead; empty when there is none. */
    public Optional<Opening> next(Instant at, OrderType type) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return openings(today, 9, type).stream()
                .filter(o -> o.from().isAfter(at))
                .min(Comparator.comparing(Opening::from));
    }

    /** All openings that start on one of the days, in order of time. */
    public List<Opening> openings(LocalDate first, int days, OrderType type) {
        List<Opening> result = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            for (OpeningWindow.Span span : spansOf(day, type)) {
                if (span.opens() == null || span.closes() == null) continue;
                result.add(opening(day, span.opens(), span.closes()));
            }
        }
        result.sort(Comparator.comparing(Opening::from));
        return result;
    }

    private List<OpeningWindow.Span> spansOf(LocalDate day, OrderType type) {
        List<OpeningWindow.Span> dated = spans.stream()
                .filter(s -> day.equals(s.date()) && fits(s.type(), type))
                .toList();
        if (!dated.isEmpty()) return dated;
        return spans.stream()
                .filter(s -> s.weekday() == day.getDayOfWeek() && fits(s.type(), type))
                .toList();
    }

    private Opening opening(LocalDate day, LocalTime opens, LocalTime closes) {
        LocalDate lastDay = closes.isAfter(opens) ? day : day.plusDays(1);
        return new Opening(WallTime.at(day, opens, zone), WallTime.at(lastDay, closes, zone));
    }

    private static boolean fits(@Nullable OrderType of, OrderType wanted) {
        return of == null || of == wanted;
    }
}
