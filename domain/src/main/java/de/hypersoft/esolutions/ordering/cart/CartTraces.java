package de.hypersoft.esolutions.ordering.cart;

import de.hypersoft.esolutions.kernel.audit.GuestTraces;
import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Takes guests out of the carts that led to their orders, and removes those that hold nothing else. */
@ApplicationScoped
public class CartTraces implements GuestTraces {

    private final EntityManager entities;

    @Inject
    public CartTraces(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "carts";
    }

    @Override
    public int erase(List<Of> orders) {
        List<Cart> carts = carts(orders.stream().map(Of::order).toList());
        carts.forEach(cart -> {
            cart.forget();
            if (cart.isEmpty()) entities.remove(cart);
        });
        return carts.size();
    }

    @Override
    public JsonArray export(Of order) {
        JsonArrayBuilder carts = JsonProvider.provider().createArrayBuilder();
        carts(List.of(order.order()))
                .forEach(cart -> carts.add(Json.read(Json.write(cart.contents()), JsonObject.class)));
        return carts.build();
    }

    private List<Cart> carts(List<UUID> orders) {
        return entities.createQuery(
                        "select c from Cart c, Order o where o.id in :orders and c.orderKey = o.idempotencyKey"
                                + " and c.tenant = o.tenant",
                        Cart.class)
                .setParameter("orders", orders)
                .getResultList();
    }
}
