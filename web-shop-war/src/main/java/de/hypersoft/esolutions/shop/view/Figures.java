package de.hypersoft.esolutions.shop.view;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Money, times and dates as the guest's language writes them. Times are always the location's (T42). */
public final class Figures {

    private static final String NBSP = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final ShopTexts texts;
    private final boolean german;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;

    public Figures(ShopTexts texts) {
        this.texts = texts;
        this.german = texts.locale().getLanguage().equals(Locale.GERMAN.getLanguage());
        this.day = DateTimeFormatter.ofPattern(german ? "EEE, d. MMM" : "EEE d MMM", texts.locale());
        this.dayAndYear = DateTimeFormatter.ofPattern(german ? "EEE, d. MMM yyyy" : "EEE d MMM yyyy", texts.locale());
    }

    /** {@code 1.234,50 €} in German, {@code €1,234.50} in English; francs and pounds by their usual sign. */
    public String money(Money money) {
        String number = number(money);
        String sign = money.isNegative() ? MINUS : "";
        String unit =
                switch (money.currency().getCurrencyCode()) {
                    case "EUR" -> "€";
                    case "GBP" -> "£";
                    default -> money.currency().getCurrencyCode();
                };
        if (german) return sign + number + NBSP + unit;
        return sign + unit + (unit.length() > 1 ? NBSP : "") + number;
    }

    /** With its sign always shown: what an option adds or takes off. */
    public String delta(Money money) {
        return money.isNegative() ? money(money) : "+" + money(money);
    }

    /** The hour that comes twice in autumn is told apart by a word. */
    public String time(Instant at, ZoneId zone) {
        String clock = CLOCK.format(at.atZone(zone));
        return switch (WallTime.passing(at, zone)) {
            case ONLY -> clock;
            case FIRST -> texts.get("clock.first", clock);
            case SECOND -> texts.get("clock.second", clock);
        };
    }

    /** The hour alone for today, else the day before it, with its year when that is another one. */
    public String moment(Instant at, ZoneId zone, Instant now) {
        LocalDate date = at.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (date.equals(today)) return time(at, zone);
        return date.getYear() == today.getYear() || Math.abs(ChronoUnit.DAYS.between(date, today)) < 180
                ? dated(at, zone)
                : dayAndYear.format(date) + ", " + time(at, zone);
    }

    /** Always with its day: {@code Mo., 30. Nov., 00:25}. */
    public String dated(Instant at, ZoneId zone) {
        return day(at.atZone(zone).toLocalDate()) + ", " + time(at, zone);
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    private String number(Money money) {
        String decimal = money.decimal().replace("-", "");
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        String cents = point < 0 ? "" : (german ? "," : ".") + decimal.substring(point + 1);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", german ? "." : ",") + cents;
    }
}
