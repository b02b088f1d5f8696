package de.hypersoft.esolutions.sync.check;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.VatRate;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads amounts, rates, dates and times of the wire, and says what is wrong with them. */
final class Values {

    private static final long HIGHEST_MINOR = 1_000_000;

    private Values() {}

    static @Nullable Money amount(String text, Currency currency, String member, CatalogErrors.Of faults) {
        Money money;
        try {
            money = Money.parse(text, currency);
        } catch (Invalid invalid) {
            faults.add("", "invalid-price", member + " »" + text + "« is not an amount in " + currency);
            return null;
        }
        if (Math.abs(money.minor()) > HIGHEST_MINOR) {
            faults.add("", "price-too-high", member + " »" + text + "« is beyond what one dish costs");
            return null;
        }
        return money;
    }

    static void rate(String text, CatalogErrors.Of faults) {
        try {
            VatRate.parse(text);
        } catch (Invalid invalid) {
            faults.add("", "invalid-vat-rate", "»" + text + "« is not a VAT rate in percent between 0 and 50");
        }
    }

    static @Nullable LocalDate date(String text, CatalogErrors.Of faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException invalid) {
            faults.add("", "invalid-date", "»" + text + "« is not a date like 2026-01-01");
            return null;
        }
    }

    static void time(String text, CatalogErrors.Of faults) {
        try {
            LocalTime.parse(text);
        } catch (DateTimeException invalid) {
            faults.add("", "invalid-window", "»" + text + "« is not a time like 11:30");
        }
    }

    static void day(String text, CatalogErrors.Of faults) {
        if (Arrays.stream(DayOfWeek.values()).noneMatch(d -> d.name().equals(text)))
            faults.add("", "invalid-window", "»" + text + "« is not a day like MONDAY");
    }

    static void discount(String text, CatalogErrors.Of faults) {
        Money percent = null;
        try {
            percent = Money.parse(text, Currency.getInstance("EUR"));
        } catch (Invalid invalid) {
            faults.add("", "invalid-discount", "discountPercent »" + text + "« is not a percentage like 10.00");
        }
        if (percent != null && (percent.minor() < 0 || percent.minor() > 10_000))
            faults.add("", "invalid-discount", "discountPercent »" + text + "« lies not between 0 and 100");
    }
}
