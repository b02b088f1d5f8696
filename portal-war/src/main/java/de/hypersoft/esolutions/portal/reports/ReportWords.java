package de.hypersoft.esolutions.portal.reports;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.portal.layout.PageModel;
import de.hypersoft.esolutions.reporting.Dimension;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;

/** What the items of reports are called. */
public final class ReportWords {

    private static final int LONGEST_BESIDE_A_BAR = 32;

    private ReportWords() {}

    public static String item(PageModel model, Dimension by, SalesReport.Line line) {
        Locale locale = model.texts().locale();
        return switch (by) {
            case DAY -> {
                LocalDate day = LocalDate.parse(line.item());
                yield day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale) + " " + model.date(day);
            }
            case HOUR -> model.text("reports.hour", line.item());
            case WEEKDAY -> weekday(line).getDisplayName(TextStyle.FULL, locale);
            case RATE -> model.text("reports.rate", model.decimal(line.item()));
            case PAYMENT -> model.word("payment", line.item());
            case TYPE -> model.word("type", line.item());
            case GUEST -> model.word("reports", "guest-" + line.item());
            case DISH, OPTION, LOCATION -> line.label();
        };
    }

    /** Under a bar, where there is room for a few letters. */
    public static String under(PageModel model, Dimension by, SalesReport.Line line) {
        return switch (by) {
            case DAY -> LocalDate.parse(line.item()).getDayOfMonth() + ".";
            case WEEKDAY ->
                weekday(line).getDisplayName(TextStyle.SHORT, model.texts().locale());
            default -> line.item();
        };
    }

    /** Under the bar of a month. */
    public static String month(PageModel model, SalesReport.Line line) {
        return LocalDate.parse(line.item())
                .getMonth()
                .getDisplayName(TextStyle.SHORT, model.texts().locale());
    }

    /** Beside a bar, where long names end early. */
    public static String beside(PageModel model, Dimension by, SalesReport.Line line) {
        String name = item(model, by, line);
        int signs = name.codePointCount(0, name.length());
        return signs <= LONGEST_BESIDE_A_BAR
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_BESIDE_A_BAR - 1))
                                .strip() + "…";
    }

    /** How much more or less it is; empty where there is nothing to compare with. */
    public static String change(PageModel model, long now, long before) {
        if (before <= 0) return "";
        long percent = Math.round(100.0 * (now - before) / before);
        if (percent == 0) return model.text("reports.same");
        return model.text(percent > 0 ? "reports.more" : "reports.less", String.valueOf(Math.abs(percent)));
    }

    public static String money(PageModel model, long minor, Currency currency) {
        return model.money(new Money(minor, currency));
    }

    /** As programs read it. */
    static BigDecimal amount(long minor, Currency currency) {
        return new BigDecimal(new Money(minor, currency).decimal());
    }

    private static DayOfWeek weekday(SalesReport.Line line) {
        return DayOfWeek.of(Integer.parseInt(line.item()));
    }
}
