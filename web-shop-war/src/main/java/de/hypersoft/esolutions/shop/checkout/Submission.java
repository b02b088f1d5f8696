package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.ordering.Channel;
import de.hypersoft.esolutions.ordering.Guest;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.PaymentMethod;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.OrderType;

/** From the filled form to the request that is placed. */
final class Submission {

    private Submission() {}

    /** The second click finds its cart already empty; then the lines ordered under its key are meant. */
    static CartView cartFor(CartView cart, String orderKey) {
        CartContents contents = cart.contents();
        CartContents.Ordered last = contents.ordered();
        if (!contents.lines().isEmpty()
                || last == null
                || !last.idempotencyKey().equals(orderKey)) return cart;
        return new CartView(
                cart.orderType(), new CartContents(last.lines(), null, contents.postcode(), contents.ordered()));
    }

    /** @throws Invalid when a field cannot be right */
    static OrderRequest request(
            ShopLocation location, CartView cart, CheckoutForm entry, String orderKey, ShopRequest shopRequest) {
        boolean delivery = cart.orderType() == OrderType.DELIVERY;
        return new OrderRequest(
                orderKey,
                Channel.WEB,
                location.slug(),
                cart.orderType(),
                new Guest(
                        entry.of(CheckoutForm.NAME),
                        entry.of(CheckoutForm.PHONE),
                        entry.of(CheckoutForm.EMAIL),
                        shopRequest.texts().language()),
                delivery ? address(location, entry) : null,
                entry.fulfilAt().orElse(null),
                entry.of(CheckoutForm.NOTE),
                cart.contents().lines().stream()
                        .map(CartContents.Line::selection)
                        .toList(),
                delivery ? PaymentMethod.AT_DOOR : PaymentMethod.AT_PICKUP,
                expected(location, entry, shopRequest),
                !entry.of(CheckoutForm.AGE).isEmpty());
    }

    private static Address address(ShopLocation location, CheckoutForm entry) {
        return new Address(
                entry.of(CheckoutForm.STREET),
                entry.postcode(),
                entry.of(CheckoutForm.CITY),
                location.details().country(),
                entry.of(CheckoutForm.DOOR));
    }

    /** What the page showed is what the guest agreed to; a form without it agreed to nothing. */
    private static Money expected(ShopLocation location, CheckoutForm entry, ShopRequest shopRequest) {
        if (entry.expected().isEmpty())
            throw new Invalid("price-changed", "no total was shown to " + location.slug(), "expectedTotal");
        return Money.parse(entry.expected(), shopRequest.shop().currency(), "expectedTotal");
    }
}
