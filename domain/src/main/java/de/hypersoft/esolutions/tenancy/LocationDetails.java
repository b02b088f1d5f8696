package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.text.InvisibleCharacters;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What hosting staff and managers may change about a location; refuses what cannot be right.
 *
 * @param country ISO 3166-1 alpha-2; decides VAT (T13)
 * @param cutoff local time of the calendar day change (TTA, default 06:00, seed 000)
 * @param mailTo address of the unclaimed-order mail (T25)
 * @param secondContact who is written to when the first mail did not help; null for nobody
 * @param unclaimedAfter wait before the mail, default 5 minutes, 10 seconds to 2 hours
 * @param secondContactAfter wait before the second contact, default 10 minutes, longer than unclaimedAfter
 * @param limits from which point on a person is asked
 */
public record LocationDetails(
        String name,
        String street,
        String postcode,
        String city,
        String country,
        String phone,
        String legalName,
        String imprint,
        ZoneId zone,
        LocalTime cutoff,
        Set<OrderType> orderTypes,
        int leadMinutes,
        String mailTo,
        @Nullable String secondContact,
        Duration unclaimedAfter,
        Duration secondContactAfter,
        LocationLimits limits) {

    private static final Set<String> COUNTRIES = Set.of("DE", "AT", "CH", "GB");
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+");

    public LocationDetails {
        text(name, 1, 120, "name");
        text(street, 1, 200, "street");
        text(postcode, 3, 10, "postcode");
        text(city, 1, 120, "city");
        text(phone, 3, 40, "phone");
        text(legalName, 1, 200, "legalName");
        text(imprint, 0, 4_000, "imprint");
        if (!COUNTRIES.contains(country))
            throw new Invalid("unknown-country", "»" + country + "« is no country we serve", "country");
        if (leadMinutes < 0 || leadMinutes > 240)
            throw new Invalid("out-of-range", "lead time lies between 0 and 240 minutes", "leadMinutes");
        mail(mailTo, "mailTo");
        if (secondContact != null) mail(secondContact, "secondContact");
        if (unclaimedAfter.compareTo(Duration.ofSeconds(1)) < 0 || unclaimedAfter.compareTo(Duration.ofHours(2)) > 0)
            throw new Invalid("out-of-range", "the mail waits between 1 second and 2 hours", "unclaimedAfter");
        if (secondContactAfter.compareTo(unclaimedAfter) <= 0)
            throw new Invalid("out-of-range", "the second contact comes after the first mail", "secondContactAfter");
        orderTypes = Set.copyOf(orderTypes);
    }

    /**
     * Nobody orders in another currency than the country's own (ISO 4217, as the platform knows it).
     *
     * @throws Invalid {@code currency-of-country}
     */
    public void fits(Currency currency) {
        Currency own = Currency.getInstance(new Locale("", country));
        if (!own.equals(currency))
            throw new Invalid(
                    "currency-of-country",
                    "in " + country + " one sells in " + own + ", not in " + currency,
                    "currency",
                    Map.of("expected", own.getCurrencyCode(), "currency", currency.getCurrencyCode()));
    }

    /**
     * The same, as somebody writes it down now; what was stored before stays readable.
     *
     * @throws Invalid {@code unseen-character}
     */
    LocationDetails legible() {
        InvisibleCharacters.refuse(name, "name");
        InvisibleCharacters.refuse(street, "street");
        InvisibleCharacters.refuse(postcode, "postcode");
        InvisibleCharacters.refuse(city, "city");
        InvisibleCharacters.refuse(phone, "phone");
        InvisibleCharacters.refuse(legalName, "legalName");
        return this;
    }

    private static void text(String value, int min, int max, String field) {
        if (value.strip().length() < min) throw new Invalid("required", field + " is missing", field);
        if (value.length() > max) throw new Invalid("too-long", field + " has more than " + max + " characters", field);
    }

    private static void mail(String value, String field) {
        text(value, 3, 254, field);
        if (!MAIL.matcher(value).matches())
            throw new Invalid("invalid-email", "»" + value + "« is no mail address", field);
    }
}
