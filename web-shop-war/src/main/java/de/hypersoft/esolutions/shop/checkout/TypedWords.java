package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** What was typed at the checkout, from one way through the shop to the next; gone after the order. */
@ApplicationScoped
public class TypedWords {

    private final ShopRequest shopRequest;
    private final Carts carts;

    @Inject
    TypedWords(ShopRequest shopRequest, Carts carts) {
        this.shopRequest = shopRequest;
        this.carts = carts;
    }

    /** The checkout opened anew: the words of before, and the postcode as the cart has it by now. */
    CheckoutForm entry(ShopLocation location, CartView cart) {
        Map<String, String> words = new TreeMap<>(shopRequest
                .guest()
                .map(secret ->
                        carts.typed(new CartKey(secret, shopRequest.shop().tenant(), location.id())))
                .orElse(Map.of()));
        String postcode = cart.contents().postcode();
        if (!postcode.isEmpty()) words.put(CheckoutForm.POSTCODE, postcode);
        if (location.zone(postcode).isPresent())
            words.putIfAbsent(CheckoutForm.CITY, location.details().city());
        return CheckoutForm.fresh(words);
    }

    void keep(CartKey key, OrderType type, CheckoutForm entry) {
        carts.keep(key, key.orderKey(entry.key()), entry.words());
        if (type == OrderType.DELIVERY && !entry.postcode().isEmpty()) carts.deliverTo(key, entry.postcode());
    }
}
