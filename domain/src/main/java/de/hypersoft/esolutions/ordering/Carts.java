package de.hypersoft.esolutions.ordering;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.RetryOnConflict;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.tenancy.OrderType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The desk where guests fill their carts. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class Carts {

    private final EntityManager entities;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected Carts() { // CDI
        this.entities = null;
        this.clock = null;
    }

    @Inject
    public Carts(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public Optional<CartView> find(CartKey key) {
        return cart(key).map(Carts::view);
    }

    /**
     * @param unitPrice what the guest was shown for one piece
     * @throws de.hypersoft.esolutions.kernel.Invalid when this menu does not allow the selection, or over a limit
     */
    public CartView add(CartKey key, Menu menu, OrderType type, Selection selection, Money unitPrice) {
        Selection picked = SelectionRules.check(menu, selection, "line").selection();
        Instant now = clock.instant();
        Cart cart = cart(key).orElseGet(() -> fresh(key, type, now));
        cart.hold(cart.contents().with(Uuid7.at(now).toString(), picked, unitPrice), now);
        cart.fulfilBy(type, now);
        return view(cart);
    }

    /**
     * Puts another choice of the same article in the place of a line.
     *
     * @throws de.hypersoft.esolutions.kernel.Invalid as {@link #add}
     * @throws de.hypersoft.esolutions.kernel.NotFound {@code unknown-line} when it was taken out meanwhile
     */
    public CartView replace(CartKey key, Menu menu, String line, Selection selection, Money unitPrice) {
        Selection picked = SelectionRules.check(menu, selection, "line").selection();
        return change(key, contents -> contents.replaced(line, picked, unitPrice));
    }

    /** @param quantity 0 takes the line out */
    public CartView changeQuantity(CartKey key, String line, int quantity) {
        return change(key, contents -> contents.withQuantity(line, quantity));
    }

    public CartView remove(CartKey key, String line) {
        return change(key, contents -> contents.without(line));
    }

    /** Puts back the line removed last. */
    public CartView restore(CartKey key) {
        return change(key, CartContents::restored);
    }

    public CartView fulfilBy(CartKey key, OrderType type) {
        Instant now = clock.instant();
        Cart cart = cart(key).orElseGet(() -> fresh(key, type, now));
        cart.fulfilBy(type, now);
        return view(cart);
    }

    public CartView deliverTo(CartKey key, String postcode) {
        return change(key, contents -> contents.deliveredTo(postcode));
    }

    /** Empties the cart because its lines were ordered under this idempotency key; repeating it changes nothing. */
    public void ordered(CartKey key, String idempotencyKey) {
        change(key, contents -> {
            CartContents.Ordered last = contents.ordered();
            boolean again = last != null && last.idempotencyKey().equals(idempotencyKey);
            return again ? contents : contents.orderedAs(idempotencyKey);
        });
    }

    /** Removes carts nobody touched for so long; answers how many. */
    public int sweep(Duration keep) {
        return entities.createQuery("delete from Cart c where c.updatedAt < :then")
                .setParameter("then", clock.instant().minus(keep))
                .executeUpdate();
    }

    private CartView change(CartKey key, UnaryOperator<CartContents> verb) {
        Instant now = clock.instant();
        Cart cart = cart(key).orElseGet(() -> fresh(key, OrderType.PICKUP, now));
        cart.hold(verb.apply(cart.contents()), now);
        return view(cart);
    }

    private Optional<Cart> cart(CartKey key) {
        return entities.createQuery(
                        "select c from Cart c where c.tokenHash = :hash and c.location = :location and c.tenant ="
                                + " :tenant",
                        Cart.class)
                .setParameter("hash", key.tokenHash())
                .setParameter("location", key.location().value())
                .setParameter("tenant", key.tenant().value())
                .getResultStream()
                .findFirst();
    }

    private Cart fresh(CartKey key, OrderType type, Instant now) {
        Cart cart = new Cart(key, type, now);
        entities.persist(cart);
        return cart;
    }

    private static CartView view(Cart cart) {
        return new CartView(cart.orderType(), cart.contents());
    }
}
