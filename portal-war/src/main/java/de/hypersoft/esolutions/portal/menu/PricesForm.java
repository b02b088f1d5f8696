package de.hypersoft.esolutions.portal.menu;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.menu.PriceChange;
import java.util.Arrays;

/**
 * A change of many prices as it was typed.
 *
 * @param by an amount or a percentage, with comma or point; below zero for less
 */
public record PricesForm(String category, String kind, String by, String rounding) {

    private static final int HUNDREDTHS = 100;

    /** @throws Invalid on {@code by}, {@code kind} or {@code rounding} */
    PriceChange change() {
        return new PriceChange(
                category,
                one(PriceChange.Kind.values(), kind, "kind"),
                hundredths(),
                one(PriceChange.Rounding.values(), rounding, "rounding"));
    }

    /** Hundredths of a percent, or cents: two places behind the comma either way. */
    private long hundredths() {
        String amount = Typed.amount(by);
        if (!amount.matches("-?\\d+\\.\\d\\d")) throw new Invalid("invalid-amount", "by is no number", "by");
        String[] parts = amount.replace("-", "").split("\\.");
        long value = Long.parseLong(parts[0]) * HUNDREDTHS + Long.parseLong(parts[1]);
        return amount.startsWith("-") ? -value : value;
    }

    private static <E extends Enum<E>> E one(E[] all, String name, String field) {
        return Arrays.stream(all)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("required", "choose one of them", field));
    }
}
