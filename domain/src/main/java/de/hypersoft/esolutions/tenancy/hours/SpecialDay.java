package de.hypersoft.esolutions.tenancy.hours;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A date whose hours replace those of its weekday: a holiday, a feast, a day with a shorter kitchen (T21).
 *
 * @param type the order type it is for; null for every one
 * @param hours when it is open, in order of time; empty when it stays closed
 */
public record SpecialDay(LocalDate date, @Nullable OrderType type, List<Hours> hours) {

    private static final int MOST = 6;

    /** From, until; the end is exclusive, and on the next day when it is not later than the beginning. */
    public record Hours(LocalTime opens, LocalTime closes) {
        private boolean overMidnight() {
            return !closes.isAfter(opens);
        }

        @Override
        public String toString() {
            return opens + "-" + closes;
        }
    }

    public SpecialDay {
        hours = hours.stream().sorted(Comparator.comparing(Hours::opens)).toList();
        if (hours.size() > MOST) throw new Invalid("out-of-range", "a day has at most " + MOST + " openings", "hours");
        for (int i = 1; i < hours.size(); i++) {
            Hours before = hours.get(i - 1);
            if (before.overMidnight() || before.closes().isAfter(hours.get(i).opens()))
                throw new Invalid("hours-overlap", "two openings of one day overlap", "hours");
        }
    }

    public boolean closed() {
        return hours.isEmpty();
    }

    /** As people write it: {@code 11:00-14:30, 17:00-02:00}; empty when closed. */
    public String text() {
        return hours.stream().map(Hours::toString).collect(Collectors.joining(", "));
    }

    List<OpeningWindow> windows(LocationId location) {
        if (closed()) return List.of(OpeningWindow.on(location, type, date, null, null));
        return hours.stream()
                .map(open -> OpeningWindow.on(location, type, date, open.opens(), open.closes()))
                .toList();
    }

    /** @param spans all of one date and one order type */
    static SpecialDay of(LocalDate date, @Nullable OrderType type, List<OpeningWindow.Span> spans) {
        return new SpecialDay(
                date,
                type,
                spans.stream()
                        .filter(span -> span.opens() != null && span.closes() != null)
                        .map(SpecialDay::hours)
                        .toList());
    }

    @SuppressWarnings("NullAway")
    private static Hours hours(OpeningWindow.Span span) {
        return new Hours(span.opens(), span.closes());
    }
}
