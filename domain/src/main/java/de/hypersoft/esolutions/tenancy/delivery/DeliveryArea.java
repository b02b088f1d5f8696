package de.hypersoft.esolutions.tenancy.delivery;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.tenancy.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Postcodes with the same terms of delivery, as managers see and change them together.
 *
 * @param minimum the goods are worth so much at least, without deposit (T6)
 * @param freeFrom from here on the fee falls away; null for never
 * @param leadMinutes from order to the guest's door, 0 to 240; null for the location's lead time
 */
public record DeliveryArea(
        List<String> postcodes,
        Money minimum,
        Money fee,
        @Nullable Money freeFrom,
        @Nullable Integer leadMinutes) {

    private static final int MOST = 200;
    private static final long HIGHEST_MINOR = 100_000;

    public DeliveryArea {
        postcodes = postcodes.stream()
                .map(Postcode::written)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (postcodes.isEmpty()) throw new Invalid("required", "name at least one postcode", "postcodes");
        if (postcodes.size() > MOST)
            throw new Invalid("out-of-range", "at most " + MOST + " postcodes at once", "postcodes");
        if (leadMinutes != null && (leadMinutes < 0 || leadMinutes > 240))
            throw new Invalid("out-of-range", "lead time lies between 0 and 240 minutes", "leadMinutes");
        amount(minimum, "minimum");
        amount(fee, "fee");
        if (freeFrom != null) {
            amount(freeFrom, "freeFrom");
            if (freeFrom.compareTo(minimum) < 0)
                throw new Invalid("free-below-minimum", "free delivery begins at the minimum or above", "freeFrom");
        }
    }

    /** @throws Invalid {@code invalid-postcode} naming the first that does not exist in this shape there */
    void fits(String country) {
        for (String code : postcodes)
            if (code.length() > Postcode.LONGEST || !Postcode.of(code, country).fits())
                throw new Invalid(
                        "invalid-postcode", code + " is no postcode there", "postcodes", Map.of("postcode", code));
    }

    /** One for each postcode, however often and in whatever spelling it was named. */
    List<DeliveryZone> zones(Location location) {
        Set<Postcode> seen = new HashSet<>();
        return postcodes.stream()
                .filter(code -> seen.add(Postcode.of(code, location.country())))
                .map(code -> new DeliveryZone(location.id(), code, minimum, fee, freeFrom, leadMinutes))
                .toList();
    }

    private static void amount(Money amount, String field) {
        if (amount.isNegative() || amount.minor() > HIGHEST_MINOR)
            throw new Invalid("out-of-range", field + " lies between 0 and 1000", field);
    }
}
