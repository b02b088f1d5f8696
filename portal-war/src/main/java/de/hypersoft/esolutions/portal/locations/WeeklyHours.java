package de.hypersoft.esolutions.portal.locations;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.ManageLocations;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
import de.hypersoft.esolutions.tenancy.hours.SpecialDay;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A day's hours as people write them: {@code 11:00-14:30, 17:00-02:00}; empty is closed. */
final class WeeklyHours {

    private WeeklyHours() {}

    static String text(OpeningHours hours, DayOfWeek day) {
        return hours.spans().stream()
                .filter(span -> ManageLocations.isWeekly(span) && span.weekday() == day && span.opens() != null)
                .sorted(Comparator.comparing(span -> String.valueOf(span.opens())))
                .map(span -> span.opens() + "-" + span.closes())
                .collect(Collectors.joining(", "));
    }

    /** @throws Invalid naming the day's field */
    static List<OpeningWindow.Span> spans(Function<DayOfWeek, String> typed) {
        List<OpeningWindow.Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values())
            for (SpecialDay.Hours open : hours(typed.apply(day), "hours-" + day))
                spans.add(OpeningWindow.Span.weekly(day, open.opens(), open.closes()));
        return spans;
    }

    /** @throws Invalid {@code invalid-hours} naming the field */
    static List<SpecialDay.Hours> hours(String typed, String field) {
        List<SpecialDay.Hours> hours = new ArrayList<>();
        for (String span : typed.split("[,;]")) if (!span.isBlank()) hours.add(open(span.strip(), field));
        return hours;
    }

    private static SpecialDay.Hours open(String span, String field) {
        String[] ends = span.split("[-–]");
        try {
            if (ends.length != 2) throw new DateTimeException(span);
            return new SpecialDay.Hours(time(ends[0]), time(ends[1]));
        } catch (DateTimeException e) {
            throw new Invalid("invalid-hours", "hours are written 11:00-14:30, 17:00-22:00", field);
        }
    }

    private static LocalTime time(String text) {
        String given = text.strip();
        return LocalTime.parse(given.matches("\\d:\\d\\d") ? "0" + given : given);
    }
}
