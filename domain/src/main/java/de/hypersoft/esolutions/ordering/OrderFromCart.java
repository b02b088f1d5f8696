package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.ordering.limits.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Orders what lies in a cart and empties it, both or neither: no crash leaves a full cart beside its own order. While it
 * waits for a click the cart stays full.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class OrderFromCart {

    private final PlaceOrder placeOrder;
    private final Carts carts;

    @Inject
    public OrderFromCart(PlaceOrder placeOrder, Carts carts) {
        this.placeOrder = placeOrder;
        this.carts = carts;
    }

    /**
     * @param request its idempotency key is of {@link CartKey#orderKey}
     * @throws de.hypersoft.esolutions.kernel.Refusal as {@link PlaceOrder#place}; the cart stays as it was
     */
    public Placing place(CartKey key, OrderRequest request, ClientNetwork from) {
        Placing placing = placeOrder.place(key.tenant(), request, Sender.of(key, from));
        if (placing instanceof OrderReceipt) carts.ordered(key, request.idempotencyKey());
        return placing;
    }
}
