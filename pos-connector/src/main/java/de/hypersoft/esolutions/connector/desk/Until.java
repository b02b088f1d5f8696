package de.hypersoft.esolutions.connector.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Until when something is sold out, as people at a till say it: "today", "heute", "morgen", "22:00", "22 Uhr", "30m",
 * "2h", "1h30m", "2026-11-23 05:00", "23.11.2026 05:00", a day alone for its end, or an instant. A day ends at six in the morning, as the business day does unless a
 * location says otherwise, so that "today" still counts after midnight. A time of day is the next one.
 */
public final class Until {

    /** What is understood, for the message when it was not. */
    public static final String FORMS = "today, tomorrow, 22:00, 30m, 2h, 2026-11-23, \"2026-11-23 05:00\", "
            + "\"23.11.2026 05:00\" or 2026-11-23T05:00:00Z";

    private static final LocalTime DAY_END = LocalTime.of(6, 0);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern AWAY = Pattern.compile("(?:(\\d{1,4})\\s*(?:d|tage?|days?))?\\s*"
            + "(?:(\\d{1,4})\\s*(?:h|std\\.?|stunden?|hours?))?\\s*(?:(\\d{1,5})\\s*(?:m|min\\.?|minuten?|minutes?))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(uhr|am|pm)?");
    private static final Pattern DAY = Pattern.compile(
            "(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})|(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}))(?:(?:t|,?\\s+)(.+))?");

    private Until() {}

    /**
     * @param now the till's time in the zone of its clock on the wall
     * @return empty when the words mean nothing, or a time that is over or more than a year away
     */
    public static Optional<Instant> of(String words, ZonedDateTime now) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        try {
            return moment(text, now)
                    .filter(end -> end.isAfter(now.toInstant())
                            && Duration.between(now.toInstant(), end).compareTo(LONGEST) <= 0);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text, ZonedDateTime now) {
        switch (text) {
            case "today", "heute", "tonight", "heute abend":
                return Optional.of(dayEnd(now).toInstant());
            case "tomorrow", "morgen":
                return Optional.of(dayEnd(now).plusDays(1).toInstant());
            default:
                break;
        }
        Matcher away = AWAY.matcher(text);
        if (!text.isEmpty() && away.matches()) {
            Duration time = Duration.ofHours(number(away.group(2))).plusMinutes(number(away.group(3)));
            return Optional.of(now.plusDays(number(away.group(1))).plus(time).toInstant());
        }
        Matcher time = TIME.matcher(text);
        if (time.matches() && (time.group(2) != null || time.group(3) != null))
            return Optional.of(next(clock(time), now).toInstant());
        Matcher day = DAY.matcher(text);
        if (!day.matches() || text.endsWith("z")) return Optional.of(Instant.parse(text.toUpperCase(Locale.ROOT)));
        return on(day).map(local -> local.atZone(now.getZone()).toInstant());
    }

    /** A day with a time, or its end. */
    private static Optional<LocalDateTime> on(Matcher day) {
        int first = day.group(1) == null ? 4 : 1;
        int[] parts = IntStream.range(first, first + 3)
                .map(group -> (int) number(day.group(group)))
                .toArray();
        LocalDate date =
                first == 1 ? LocalDate.of(parts[0], parts[1], parts[2]) : LocalDate.of(parts[2], parts[1], parts[0]);
        if (day.group(7) == null) return Optional.of(date.plusDays(1).atTime(DAY_END));
        Matcher time = TIME.matcher(day.group(7));
        if (!time.matches() || (time.group(2) == null && time.group(3) == null)) return Optional.empty();
        boolean midnight = number(time.group(1)) == 24;
        return Optional.of(date.plusDays(midnight ? 1 : 0).atTime(clock(time)));
    }

    /** As the person reads it back: local, with the day. */
    public static String shown(Instant end, ZonedDateTime now) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(end.atZone(now.getZone())) + " (" + now.getZone()
                + ")";
    }

    private static ZonedDateTime dayEnd(ZonedDateTime now) {
        return next(DAY_END, now);
    }

    private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        return today.isAfter(now) ? today : now.plusDays(1).with(time);
    }

    private static LocalTime clock(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        String half = time.group(3);
        if ("am".equals(half) || "pm".equals(half)) {
            if (hour < 1 || hour > 12) throw new DateTimeException("no such hour");
            return LocalTime.of(hour % 12 + ("pm".equals(half) ? 12 : 0), minute);
        }
        return LocalTime.of(hour == 24 && minute == 0 ? 0 : hour, minute);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
