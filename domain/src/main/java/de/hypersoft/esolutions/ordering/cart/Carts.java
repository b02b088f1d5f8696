package de.hypersoft.esolutions.ordering.cart;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.Uuid7;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pricing.Selection;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where guests fill their carts. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class Carts {

    private static final Pattern OPENING = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final Duration WORDS_KEPT = Duration.ofDays(1);

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public Carts(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public Optional<CartView> find(CartKey key) {
        return cart(key).map(Carts::view);
    }

    /** The shape in which what was typed is stored. */
    public record Typing(Map<String, String> words) {}

    /** Something to put in, with what the guest was shown for one piece. */
    public record Addition(Selection selection, Money unitPrice) {

        private Addition picked(Menu menu) {
            return new Addition(SelectionRules.check(menu, selection, "line").selection(), unitPrice);
        }
    }

    /**
     * Puts it in, once for each opening of the form: a second click, or the same again because its answer was lost,
     * changes nothing; the same form with other content puts that in the place of what it put in before.
     *
     * @param opening key of the opened form, 8 to 64 letters, digits, - or _; anything else is no key and always adds
     * @throws Invalid when this menu does not allow the selection, or over a limit
     */
    public CartView add(CartKey key, Menu menu, OrderType type, Addition addition, String opening) {
        Addition picked = addition.picked(menu);
        Cart cart = locked(key).orElseGet(() -> fresh(key, type, clock.instant()));
        if (put(cart, picked, opening, contents -> with(contents, picked))) cart.fulfilBy(type, clock.instant());
        return view(cart);
    }

    /** Puts in whatever of it this menu still allows and the cart still holds, once for each opening of the form. */
    public CartView addAgain(CartKey key, Menu menu, OrderType type, List<Addition> additions, String opening) {
        List<Addition> good = new ArrayList<>();
        CartContents trial = locked(key).map(Cart::contents).orElse(CartContents.EMPTY);
        for (Addition addition : additions) {
            try {
                Addition picked = addition.picked(menu);
                trial = trial.with("trial" + good.size(), picked.selection(), picked.unitPrice());
                good.add(picked);
            } catch (Invalid notAnyMore) {
                continue; // the guest sees in the cart what came back
            }
        }
        Instant now = clock.instant();
        Cart cart = locked(key).orElseGet(() -> fresh(key, type, now));
        if (isKey(opening)) {
            if (cart.opening(opening).isPresent()) return view(cart);
            cart.remember(new Cart.Opening(opening, "", 0, ""));
        }
        for (Addition each : good) cart.hold(with(cart.contents(), each), now);
        cart.fulfilBy(type, now);
        return view(cart);
    }

    /**
     * Puts another choice of the same article in the place of a line, once for each opening of the form.
     *
     * @param opening as for {@link #add}
     * @throws Invalid as {@link #add}
     * @throws de.hypersoft.esolutions.kernel.NotFound {@code unknown-line} when it was taken out meanwhile
     */
    public CartView replace(CartKey key, Menu menu, String line, Addition addition, String opening) {
        Addition picked = addition.picked(menu);
        Cart cart = locked(key).orElseGet(() -> fresh(key, OrderType.PICKUP, clock.instant()));
        put(cart, picked, opening, contents -> contents.replaced(line, picked.selection(), picked.unitPrice()));
        return view(cart);
    }

    /** Whether anything was changed: not by a form that put in just this already. */
    private boolean put(Cart cart, Addition addition, String opening, UnaryOperator<CartContents> first) {
        Instant now = clock.instant();
        String asked = Integer.toHexString(Json.write(addition.selection()).hashCode());
        Optional<Cart.Opening> before = isKey(opening) ? cart.opening(opening) : Optional.empty();
        if (before.isPresent() && List.of("", asked).contains(before.get().asked())) return false;
        CartContents next = before.isEmpty()
                ? first.apply(cart.contents())
                : with(cart.contents().fewer(before.get().line(), before.get().pieces()), addition);
        cart.hold(next, now);
        Selection selection = addition.selection();
        if (isKey(opening))
            cart.remember(new Cart.Opening(opening, next.lineOf(selection), selection.quantity(), asked));
        return true;
    }

    private CartContents with(CartContents contents, Addition addition) {
        return contents.with(Uuid7.at(clock.instant()).toString(), addition.selection(), addition.unitPrice());
    }

    private static boolean isKey(String opening) {
        return OPENING.matcher(opening).matches();
    }

    /** @param quantity 0 takes the line out */
    public CartView changeQuantity(CartKey key, String line, int quantity) {
        return change(key, contents -> contents.withQuantity(line, quantity));
    }

    /** A line that is gone already stays so. */
    public CartView remove(CartKey key, String line) {
        return change(key, contents -> contents.holds(line) ? contents.without(line) : contents);
    }

    /** Puts back the line removed last; doing it again changes nothing. */
    public CartView restore(CartKey key) {
        return change(key, contents -> contents.removed() == null ? contents : contents.restored());
    }

    public CartView fulfilBy(CartKey key, OrderType type) {
        Instant now = clock.instant();
        Cart cart = locked(key).orElseGet(() -> fresh(key, type, now));
        cart.fulfilBy(type, now);
        return view(cart);
    }

    public CartView deliverTo(CartKey key, String postcode) {
        return change(key, contents -> contents.deliveredTo(postcode));
    }

    /** Empties the cart because its lines were ordered under this idempotency key; repeating it changes nothing. */
    public void ordered(CartKey key, String idempotencyKey) {
        Instant now = clock.instant();
        Cart cart = locked(key).orElseGet(() -> fresh(key, OrderType.PICKUP, now));
        if (!cart.contents().wasOrderedAs(idempotencyKey)) cart.ordered(idempotencyKey, now);
    }

    /** The same for a guest who confirmed it elsewhere; a cart that is gone by then is not missed. */
    public void ordered(String tokenHash, TenantId tenant, LocationId location, String idempotencyKey) {
        locked(tokenHash, tenant, location)
                .filter(cart -> !cart.contents().wasOrderedAs(idempotencyKey))
                .ifPresent(cart -> cart.ordered(idempotencyKey, clock.instant()));
    }

    /**
     * Keeps what was typed at the checkout for when its guest comes back to it.
     *
     * @param words field and text
     * @param orderKey under which that checkout would order; once it has, its words are not taken any more
     */
    public void keep(CartKey key, String orderKey, Map<String, String> words) {
        Instant now = clock.instant();
        Cart cart = locked(key).orElseGet(() -> fresh(key, OrderType.PICKUP, now));
        if (!cart.contents().wasOrderedAs(orderKey)) cart.keep(words, now);
    }

    /** What was typed at the checkout within a day, by field; empty after the order. */
    public Map<String, String> typed(CartKey key) {
        return cart(key)
                .map(cart -> cart.typed(clock.instant().minus(WORDS_KEPT)))
                .orElse(Map.of());
    }

    /** Clears what was typed at checkouts with one of these mail addresses in it, ordered or not. */
    public int forgetTyped(TenantId tenant, List<String> mails) {
        List<Cart> half = entities.createQuery(
                        "select c from Cart c where c.tenant = :tenant and c.updatedAt >= :since and c.typed is not null",
                        Cart.class)
                .setParameter("tenant", tenant.value())
                .setParameter("since", clock.instant().minus(WORDS_KEPT.multipliedBy(2)))
                .getResultList();
        List<Cart> meant = half.stream().filter(cart -> cart.typedOneOf(mails)).toList();
        meant.forEach(Cart::forget);
        return meant.size();
    }

    /** Removes carts nobody touched for so long, and what was typed more than a day ago; answers how many carts. */
    public int sweep(Duration keep) {
        entities.createQuery("update Cart c set c.typed = null, c.typedAt = null where c.typedAt < :then")
                .setParameter("then", clock.instant().minus(WORDS_KEPT))
                .executeUpdate();
        return entities.createQuery("delete from Cart c where c.updatedAt < :then")
                .setParameter("then", clock.instant().minus(keep))
                .executeUpdate();
    }

    private CartView change(CartKey key, UnaryOperator<CartContents> verb) {
        Instant now = clock.instant();
        Cart cart = locked(key).orElseGet(() -> fresh(key, OrderType.PICKUP, now));
        cart.hold(verb.apply(cart.contents()), now);
        return view(cart);
    }

    private Optional<Cart> cart(CartKey key) {
        return query(key.tokenHash(), key.tenant(), key.location())
                .getResultStream()
                .findFirst();
    }

    private Optional<Cart> locked(CartKey key) {
        return locked(key.tokenHash(), key.tenant(), key.location());
    }

    /**
     * To be changed: the second of two clicks waits for the first and sees what it did. Two who both change what they read
     * before would be told apart by the version, but the embedded database has lost the winner's change over that.
     */
    private Optional<Cart> locked(String tokenHash, TenantId tenant, LocationId location) {
        return query(tokenHash, tenant, location)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Cart> query(String tokenHash, TenantId tenant, LocationId location) {
        return entities.createQuery(
                        "select c from Cart c where c.tokenHash = :hash and c.location = :location and c.tenant ="
                                + " :tenant",
                        Cart.class)
                .setParameter("hash", tokenHash)
                .setParameter("location", location.value())
                .setParameter("tenant", tenant.value());
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
