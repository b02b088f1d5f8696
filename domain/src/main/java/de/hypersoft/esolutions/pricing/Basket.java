package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone.Terms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a price depends on, beside the menu.
 *
 * @param supply local day of fulfilment; decides the VAT rate (L8)
 * @param country of the location; in Austria the deposit on single-use containers is not taxable turnover (L12)
 * @param delivery terms of the guest's postcode, null unless delivered (or while the postcode is unknown)
 */
public record Basket(
        OrderType type,
        LocalDate supply,
        String country,
        List<Selection> selections,
        @Nullable Terms delivery) {
    public Basket {
        selections = List.copyOf(selections);
    }
}
