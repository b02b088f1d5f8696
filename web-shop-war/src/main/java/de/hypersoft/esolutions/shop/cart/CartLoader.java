package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartKey;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.ordering.cart.Carts;
import de.hypersoft.esolutions.pricing.Basket;
import de.hypersoft.esolutions.shop.guard.ClientLimits;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cart of whoever is visiting, at one location, held against the menu and prices of now. */
@ApplicationScoped
public class CartLoader {

    private final ShopRequest shopRequest;
    private final Carts carts;
    private final Menus menus;
    private final Availabilities availabilities;
    private final ClientLimits clientLimits;

    @Inject
    public CartLoader(
            ShopRequest shopRequest,
            Carts carts,
            Menus menus,
            Availabilities availabilities,
            ClientLimits clientLimits) {
        this.shopRequest = shopRequest;
        this.carts = carts;
        this.menus = menus;
        this.availabilities = availabilities;
        this.clientLimits = clientLimits;
    }

    /** @param delivery terms of the cart's postcode; null for pickup, without a postcode, or outside the area */
    public record Loaded(
            OrderType type, CartContents contents, CartCheck check, DeliveryZone.@Nullable Terms delivery) {}

    /** Opens the cart for a change; a guest without one begins it. */
    public CartKey key(ShopLocation location) {
        if (find(location).isEmpty()) clientLimits.newCart(shopRequest.client());
        return new CartKey(shopRequest.guestOrNew(), shopRequest.shop().tenant(), location.id());
    }

    public Optional<CartView> find(ShopLocation location) {
        return shopRequest
                .guest()
                .flatMap(secret ->
                        carts.find(new CartKey(secret, shopRequest.shop().tenant(), location.id())));
    }

    public Menu menu(ShopLocation location) {
        return menus.current(location.id());
    }

    public Optional<Menu> menuIfAny(ShopLocation location) {
        return menus.find(location.id());
    }

    public Availability availability(ShopLocation location) {
        return availabilities.of(location.id());
    }

    /** The order type asked for, else the cart's, else the first one offered. */
    public OrderType type(ShopLocation location, String asked, Optional<CartView> cart) {
        List<OrderType> offered = OpenSign.types(location);
        return offered.stream()
                .filter(t -> t.name().equals(asked))
                .findFirst()
                .or(() -> cart.map(CartView::orderType).filter(offered::contains))
                .or(() -> offered.stream().findFirst())
                .orElse(OrderType.PICKUP);
    }

    /** @param anybody whether every guest would be shown the same kind of order under this address */
    public record Chosen(OrderType type, boolean anybody) {}

    /** For a page that shows no cart: the cart is looked into only where the address names no kind of order. */
    public Chosen choose(ShopLocation location, String asked) {
        boolean named = OpenSign.types(location).stream().anyMatch(t -> t.name().equals(asked));
        boolean anybody = named || shopRequest.guest().isEmpty();
        return new Chosen(type(location, asked, anybody ? Optional.empty() : find(location)), anybody);
    }

    /** Before a time was chosen: what is served at other times only is not held against the cart (T20). */
    public Loaded load(ShopLocation location, Optional<CartView> cart) {
        CartContents contents = cart.map(CartView::contents).orElse(CartContents.EMPTY);
        return load(location, type(location, "", cart), contents, contents.postcode(), null);
    }

    /** @param at when it is to be fulfilled; decides what is served and which VAT applies; null while unknown */
    public Loaded load(
            ShopLocation location, OrderType type, CartContents contents, String postcode, @Nullable Instant at) {
        DeliveryZone.Terms delivery =
                type == OrderType.DELIVERY ? location.zone(postcode).orElse(null) : null;
        CartCheck check = contents.lines().isEmpty()
                ? new CartCheck(List.of(), null)
                : CartCheck.of(
                        menu(location),
                        availability(location),
                        contents.lines(),
                        basket(location, type, delivery, at == null ? shopRequest.now() : at),
                        at,
                        location.details().zone());
        return new Loaded(type, contents, check, delivery);
    }

    public Basket basket(ShopLocation location, OrderType type, DeliveryZone.@Nullable Terms delivery, Instant at) {
        return Basket.of(type, at, location.details().zone(), location.details().country())
                .with(delivery);
    }

    /** The page with the cart at its foot, when there is something in it. */
    public ShopPage withBar(ShopPage page, ShopLocation location, Optional<CartView> cart) {
        if (cart.isEmpty() || cart.get().contents().lines().isEmpty()) return page;
        CartCheck check = load(location, cart).check();
        if (check.quote() == null) return page;
        return page.with(new ShopPage.CartBar(
                cart.get().contents().pieces(),
                cart.get().orderType(),
                check.quote().total()));
    }
}
