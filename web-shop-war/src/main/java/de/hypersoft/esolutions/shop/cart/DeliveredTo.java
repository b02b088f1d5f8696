package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a location delivers to what was typed as a postcode. */
public final class DeliveredTo {

    private DeliveredTo() {}

    /** @throws Invalid {@code no-postcode} or {@code outside-delivery-area}, at this field */
    public static void check(ShopLocation location, String postcode, String field) {
        if (location.zone(postcode).isPresent()) return;
        if (!Postcode.of(postcode, location.details().country()).fits())
            throw new Invalid("no-postcode", postcode + " is no postcode", field);
        throw outside(postcode, field);
    }

    /**
     * The terms on which an order of this type is brought there; null where nothing is brought, or no postcode is known.
     *
     * @throws Invalid {@code outside-delivery-area}, at this field, where an order would be refused with it
     */
    public static DeliveryZone.@Nullable Terms terms(
            ShopLocation location, OrderType type, String postcode, String field) {
        if (type != OrderType.DELIVERY || postcode.isBlank()) return null;
        return location.zone(postcode).orElseThrow(() -> outside(postcode, field));
    }

    private static Invalid outside(String postcode, String field) {
        return new Invalid("outside-delivery-area", "no delivery to " + postcode, field, Map.of("postcode", postcode));
    }
}
