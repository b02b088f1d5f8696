package de.hypersoft.esolutions.kernel.text;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Money, numbers, dates and times as people of a language write them, the same on every page and in every mail. Times
 * are always the location's (T42).
 */
public final class Formats {

    public static final Formats GERMAN = new Formats(
            Locale.GERMANY,
            new Patterns("dd.MM.yyyy", "dd.MM.yyyy, HH:mm", "dd.MM. HH:mm", "dd.MM.yyyy HH:mm:ss", "EEE, d. MMM"),
            " (Sommerzeit)",
            " (Winterzeit)");
    public static final Formats ENGLISH = new Formats(
            Locale.UK,
            new Patterns("d MMM yyyy", "d MMM yyyy, HH:mm", "d MMM HH:mm", "d MMM yyyy HH:mm:ss", "EEE d MMM"),
            " (summer time)",
            " (winter time)");

    private static final String NBSP = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Locale locale;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter shortDateTime;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final String summerTime;
    private final String winterTime;

    private record Patterns(String date, String dateTime, String shortDateTime, String seconds, String day) {}

    private Formats(Locale locale, Patterns patterns, String summerTime, String winterTime) {
        this.locale = locale;
        this.date = DateTimeFormatter.ofPattern(patterns.date(), locale);
        this.dateTime = DateTimeFormatter.ofPattern(patterns.dateTime(), locale);
        this.shortDateTime = DateTimeFormatter.ofPattern(patterns.shortDateTime(), locale);
        this.seconds = DateTimeFormatter.ofPattern(patterns.seconds(), locale);
        this.day = DateTimeFormatter.ofPattern(patterns.day(), locale);
        this.dayAndYear = DateTimeFormatter.ofPattern(patterns.day() + " yyyy", locale);
        this.summerTime = summerTime;
        this.winterTime = winterTime;
    }

    /** @param language {@code en}, or anything else for German */
    public static Formats in(String language) {
        return language.equals("en") ? ENGLISH : GERMAN;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code 1.234,50 €} in German, {@code €1,234.50} in English; other currencies but pounds by their code. */
    public String money(Money money) {
        String sign = money.isNegative() ? MINUS : "";
        String number = grouped(money.decimal().replace("-", ""));
        String unit =
                switch (money.currency().getCurrencyCode()) {
                    case "EUR" -> "€";
                    case "GBP" -> "£";
                    default -> money.currency().getCurrencyCode();
                };
        if (german()) return sign + number + NBSP + unit;
        return sign + unit + (unit.length() > 1 ? NBSP : "") + number;
    }

    /** With its sign always shown: what an option adds or takes off. */
    public String delta(Money money) {
        return money.isNegative() ? money(money) : "+" + money(money);
    }

    /** {@code 7,00} or {@code 7.00}, as it can be typed into a field again: without grouping. */
    public String decimal(String bare) {
        return german() ? bare.replace('.', ',') : bare;
    }

    /** {@code 05.03.2026} or {@code 5 Mar 2026}. */
    public String date(LocalDate day) {
        return date.format(day);
    }

    /** {@code 05.03.2026, 09:07} or {@code 5 Mar 2026, 09:07}. */
    public String dateTime(Instant at, ZoneId zone) {
        return at(dateTime, at, zone);
    }

    /** Without the year, where lines are short: {@code 05.03. 09:07} or {@code 5 Mar 09:07}. */
    public String shortDateTime(Instant at, ZoneId zone) {
        return at(shortDateTime, at, zone);
    }

    /** {@code 05.03.2026 09:07:31} or {@code 5 Mar 2026 09:07:31}. */
    public String seconds(Instant at, ZoneId zone) {
        return at(seconds, at, zone);
    }

    /** {@code 09:07}. */
    public String time(Instant at, ZoneId zone) {
        return at(CLOCK, at, zone);
    }

    /** The hour alone for today, else the day before it, with its year when that is another one. */
    public String moment(Instant at, ZoneId zone, Instant now) {
        LocalDate then = at.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (then.equals(today)) return time(at, zone);
        return then.getYear() == today.getYear() || Math.abs(ChronoUnit.DAYS.between(then, today)) < 180
                ? dated(at, zone)
                : dayAndYear.format(then) + ", " + time(at, zone);
    }

    /** Always with its day: {@code Mo., 30. Nov., 00:25}. */
    public String dated(Instant at, ZoneId zone) {
        return day(at.atZone(zone).toLocalDate()) + ", " + time(at, zone);
    }

    /** {@code Mo., 30. Nov.} or {@code Mon 30 Nov}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** The hour that comes twice in autumn is told apart by a word. */
    public String toldApart(String clock, WallTime.Passing passing) {
        return switch (passing) {
            case ONLY -> clock;
            case FIRST -> clock + summerTime;
            case SECOND -> clock + winterTime;
        };
    }

    private String at(DateTimeFormatter format, Instant at, ZoneId zone) {
        return toldApart(format.format(at.atZone(zone)), WallTime.passing(at, zone));
    }

    private String grouped(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        String cents = point < 0 ? "" : decimal(decimal.substring(point));
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", german() ? "." : ",") + cents;
    }

    private boolean german() {
        return locale.equals(Locale.GERMANY);
    }
}
