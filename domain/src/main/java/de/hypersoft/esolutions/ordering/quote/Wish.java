package de.hypersoft.esolutions.ordering.quote;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as far as its time and its price depend on it: all but who orders, and how it is paid.
 *
 * @param location slug
 * @param deliveryAddress only and always for DELIVERY; its postcode and country are looked at
 * @param fulfilAt null for as soon as possible
 * @param expectedTotal what the guest was shown; null asks for no comparison
 */
public record Wish(
        String location,
        OrderType orderType,
        @Nullable Address deliveryAddress,
        @Nullable Instant fulfilAt,
        String note,
        List<Selection> lines,
        @Nullable Money expectedTotal) {

    public Wish {
        lines = List.copyOf(lines);
        deliveryAddress = orderType == OrderType.DELIVERY ? reached(deliveryAddress) : null;
    }

    private static Address reached(@Nullable Address address) {
        if (address == null) throw new Invalid("required", "a delivery needs a postcode", "deliveryAddress.postcode");
        String postcode =
                Guest.line(Postcode.written(address.postcode()), 3, Postcode.LONGEST, "deliveryAddress.postcode");
        return new Address(address.street(), postcode, address.city(), address.country(), address.note());
    }
}
