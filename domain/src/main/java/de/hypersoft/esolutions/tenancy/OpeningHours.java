package de.hypersoft.esolutions.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a location takes orders. Pure: answers from its windows and an instant, over midnight and both clock changes. A
 * location without any window is closed.
 */
public record OpeningHours(ZoneId zone, List<OpeningWindow.Span> spans) {

    /** One concrete opening, as instants; the end is exclusive. */
    public record Opening(Instant from, Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    public OpeningHours {
        spans = List.copyOf(spans);
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
        ZonedDateTime from = ZonedDateTime.of(day, opens, zone);
        LocalDate lastDay = closes.isAfter(opens) ? day : day.plusDays(1);
        return new Opening(
                from.toInstant(), ZonedDateTime.of(lastDay, closes, zone).toInstant());
    }

    private static boolean fits(@Nullable OrderType of, OrderType wanted) {
        return of == null || of == wanted;
    }
}
