package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;

/** Whether a location delivers to what was typed as a postcode. */
public final class DeliveredTo {

    private DeliveredTo() {}

    /** @throws Invalid {@code no-postcode} or {@code outside-delivery-area}, at this field */
    public static void check(ShopLocation location, String postcode, String field) {
        if (location.zone(postcode).isPresent()) return;
        if (!Postcode.of(postcode, location.details().country()).fits())
            throw new Invalid("no-postcode", postcode + " is no postcode", field);
        throw new Invalid("outside-delivery-area", "no delivery to " + postcode, field);
    }
}
