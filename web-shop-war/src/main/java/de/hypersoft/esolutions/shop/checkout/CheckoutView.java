package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.shop.cart.Bill;
import de.hypersoft.esolutions.shop.cart.LineView;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.web.page.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checkout as it is shown.
 *
 * @param errors a sentence by field, in the order of the page
 * @param notice what stands in the way and belongs to no field, or empty
 * @param timeGone the chosen time that cannot be had any more, as the field's value; else empty
 * @param expected the total shown, in decimals; what the guest agrees to
 * @param feeKnown false while a delivery's postcode is missing or not served: then there is no order button (L16)
 * @param wrongTime only the chosen time stands in the way (T20)
 * @param age the highest minimum age in the cart, 0 for none (L24)
 */
public record CheckoutView(
        OrderType type,
        CheckoutForm entry,
        Map<String, String> errors,
        String notice,
        Times times,
        String timeGone,
        List<LineView> lines,
        @Nullable Bill bill,
        String expected,
        boolean feeKnown,
        boolean orderable,
        boolean wrongTime,
        String missing,
        int age,
        List<String> areas) {

    /** What is to be done about the errors: a word that was given and is wrong is not missing. */
    public String summary(Texts texts) {
        return EntryCheck.summary(entry, errors.keySet(), texts);
    }

    public boolean wrong(String field) {
        return errors.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean delivery() {
        return type == OrderType.DELIVERY;
    }
}
