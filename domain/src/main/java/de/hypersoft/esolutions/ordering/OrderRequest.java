package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.quote.Wish;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to place an order, in one piece.
 *
 * @param idempotencyKey made by the client, 8 to 100 characters, none of them a control character; the same key again answers the first receipt
 * @param location slug
 * @param deliveryAddress only and always for DELIVERY
 * @param fulfilAt null for as soon as possible
 * @param expectedTotal what the guest was shown; null asks for no comparison
 * @param ageConfirmed whether the guest said to be as old as what is ordered asks for (L24)
 */
public record OrderRequest(
        String idempotencyKey,
        Channel channel,
        String location,
        OrderType orderType,
        Guest guest,
        @Nullable Address deliveryAddress,
        @Nullable Instant fulfilAt,
        String note,
        List<Selection> lines,
        PaymentMethod payment,
        @Nullable Money expectedTotal,
        boolean ageConfirmed) {

    private static final Pattern KEY = Pattern.compile("\\P{Cntrl}{8,100}");

    public OrderRequest {
        lines = List.copyOf(lines);
        guest = guest.reachable();
        idempotencyKey = idempotencyKey.strip();
        if (!KEY.matcher(idempotencyKey).matches())
            throw new Invalid(
                    "invalid-idempotency-key", "an idempotency key has 8 to 100 characters", "Idempotency-Key");
        if (!payment.fits(orderType))
            throw new Invalid("payment-not-offered", payment + " does not fit " + orderType, "payment.method");
        deliveryAddress = orderType == OrderType.DELIVERY ? checked(deliveryAddress) : null;
    }

    /** What its time and its price depend on. */
    public Wish wish() {
        return new Wish(location, orderType, deliveryAddress, fulfilAt, note, lines, expectedTotal);
    }

    /**
     * What is the same order as this one: it, in each language its guest may be written to in. Who names none is written to
     * in that of the call, which is no part of what was ordered and may be another one when it is sent again.
     */
    public List<OrderRequest> inEachLanguage() {
        return Guest.LANGUAGES.stream()
                .map(language -> language.equals(guest.language()) ? this : writtenTo(guest.in(language)))
                .toList();
    }

    private OrderRequest writtenTo(Guest other) {
        return new OrderRequest(
                idempotencyKey,
                channel,
                location,
                orderType,
                other,
                deliveryAddress,
                fulfilAt,
                note,
                lines,
                payment,
                expectedTotal,
                ageConfirmed);
    }

    private static Address checked(@Nullable Address address) {
        if (address == null) throw new Invalid("required", "a delivery needs an address", "deliveryAddress.street");
        return new Address(
                place(address.street(), 3, 120, "deliveryAddress.street"),
                Guest.line(Postcode.written(address.postcode()), 3, Postcode.LONGEST, "deliveryAddress.postcode"),
                place(address.city(), 1, 80, "deliveryAddress.city"),
                Guest.line(address.country(), 0, 2, "deliveryAddress.country"),
                Guest.line(address.note(), 0, 200, "deliveryAddress.note"));
    }

    private static String place(String value, int min, int max, String field) {
        return Guest.unlinked(Guest.line(value, min, max, field), field);
    }
}
