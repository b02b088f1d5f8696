package de.hypersoft.esolutions.portal.reports;

import de.hypersoft.esolutions.portal.orders.ListQuery;
import de.hypersoft.esolutions.reporting.Dimension;
import de.hypersoft.esolutions.reporting.ReadSales.Days;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a report is asked for, kept in the address. What cannot be read counts as not given. */
public class ReportQuery {

    private static final int MOST_DAYS = 3_660;

    @QueryParam("by")
    @DefaultValue("")
    private String by = "";

    @QueryParam("period")
    @DefaultValue("")
    private String period = "";

    @QueryParam("from")
    @DefaultValue("")
    private String from = "";

    @QueryParam("until")
    @DefaultValue("")
    private String until = "";

    @QueryParam("versus")
    @DefaultValue("")
    private String versus = "";

    public ReportQuery() {} // JAX-RS

    ReportQuery(String by, String period, String from, String until, String versus) {
        this.by = by;
        this.period = period;
        this.from = from;
        this.until = until;
        this.versus = versus;
    }

    /** Which days are meant; weeks begin on Monday, and what still runs ends today. */
    public enum Period {
        TODAY,
        YESTERDAY,
        THIS_WEEK,
        LAST_WEEK,
        THIS_MONTH,
        LAST_MONTH,
        DATES;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** With what the days are compared. */
    public enum Versus {
        WEEK,
        BEFORE,
        YEAR;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Dimension by() {
        return chosen(Dimension.class, by, Dimension.DAY);
    }

    public Period period() {
        return chosen(Period.class, period, Period.THIS_WEEK);
    }

    public Versus versus() {
        return chosen(Versus.class, versus, Versus.BEFORE);
    }

    /** As typed, to be shown in the form again. */
    public String from() {
        return from;
    }

    public String until() {
        return until;
    }

    /** Why there are no days to report of, as the end of a key; empty when there are. */
    public String wrong() {
        if (period() != Period.DATES) return "";
        LocalDate first = date(from);
        LocalDate last = date(until);
        if (first == null) return "from-missing";
        if (last == null) return "until-missing";
        if (last.isBefore(first)) return "until-before-from";
        return ChronoUnit.DAYS.between(first, last) >= MOST_DAYS ? "too-many-days" : "";
    }

    /**
     * The days that are meant; today when those that were given are no days.
     *
     * @param today the business day that runs
     */
    Days days(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        return switch (period()) {
            case TODAY -> new Days(today, today);
            case YESTERDAY -> new Days(today.minusDays(1), today.minusDays(1));
            case THIS_WEEK -> new Days(monday, today);
            case LAST_WEEK -> new Days(monday.minusWeeks(1), monday.minusDays(1));
            case THIS_MONTH -> new Days(month, today);
            case LAST_MONTH -> new Days(month.minusMonths(1), month.minusDays(1));
            case DATES -> {
                LocalDate first = date(from);
                LocalDate last = date(until);
                yield first == null || last == null || !wrong().isEmpty()
                        ? new Days(today, today)
                        : new Days(first, last);
            }
        };
    }

    /** As many days a week, or a year, earlier; or those right before: of a week or month the same part of the one before. */
    Days before(Days days) {
        return switch (versus()) {
            case WEEK -> new Days(days.from().minusWeeks(1), days.until().minusWeeks(1));
            case YEAR -> new Days(days.from().minusYears(1), days.until().minusYears(1));
            case BEFORE ->
                switch (period()) {
                    case THIS_WEEK, LAST_WEEK ->
                        new Days(days.from().minusWeeks(1), days.until().minusWeeks(1));
                    case THIS_MONTH ->
                        new Days(days.from().minusMonths(1), days.until().minusMonths(1));
                    case LAST_MONTH ->
                        new Days(days.from().minusMonths(1), days.from().minusDays(1));
                    case TODAY, YESTERDAY, DATES -> {
                        long length = ChronoUnit.DAYS.between(days.from(), days.until()) + 1;
                        yield new Days(
                                days.from().minusDays(length), days.until().minusDays(length));
                    }
                };
        };
    }

    /** This report in another form. */
    public String address(String path) {
        String address = path + "?by=" + key(by()) + "&period=" + period().key() + "&versus=" + versus().key();
        LocalDate first = date(from);
        LocalDate last = date(until);
        return first == null || last == null ? address : address + "&from=" + first + "&until=" + last;
    }

    public static String key(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : ListQuery.sane(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, String key, E otherwise) {
        try {
            return Enum.valueOf(type, key.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
