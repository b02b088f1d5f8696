package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.ordering.cart.CartCheck;
import de.hypersoft.esolutions.ordering.cart.CartContents;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.shop.cart.Bill;
import de.hypersoft.esolutions.shop.cart.CartLoader;
import de.hypersoft.esolutions.shop.cart.LineView;
import de.hypersoft.esolutions.shop.cart.Missing;
import de.hypersoft.esolutions.shop.guard.ShopRequest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.web.page.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows the checkout with whatever was typed so far. */
@ApplicationScoped
public class CheckoutViews {

    private final ShopRequest shopRequest;
    private final CartLoader cartLoader;

    @Inject
    CheckoutViews(ShopRequest shopRequest, CartLoader cartLoader) {
        this.shopRequest = shopRequest;
        this.cartLoader = cartLoader;
    }

    View of(ShopLocation location, CartView cart, CheckoutForm entry, Map<String, String> errors, String notice) {
        ShopPage page = shopRequest.formPage(location, shopRequest.texts().text("checkout.title"));
        OrderType type = cart.orderType();
        DeliveryZone.Terms delivery = location.zone(entry.postcode()).orElse(null);
        Times times = Times.of(location, type, delivery, page);
        CartLoader.Loaded loaded =
                cartLoader.load(location, type, cart.contents(), entry.postcode(), times.assumed(entry, page.now()));
        return ShopPage.view(
                CheckoutPage.class,
                page,
                view(location, loaded, entry, withTime(times.gone(entry), errors, page), notice, times, page));
    }

    /**
     * A time that passed while its guest was typing is said at its field with the time, before and after the order is
     * refused for it, and nothing else is chosen in its place.
     */
    private static Map<String, String> withTime(Optional<Instant> gone, Map<String, String> errors, ShopPage page) {
        if (gone.isEmpty()) return errors;
        Map<String, String> all = new LinkedHashMap<>();
        all.put(CheckoutForm.FULFIL, page.t("checkout.time-gone", page.moment(gone.get())));
        errors.forEach(all::putIfAbsent);
        return all;
    }

    /** The highest minimum age of what is in the cart, options included (L24). */
    int age(ShopLocation location, CartView cart) {
        return age(cartLoader.menu(location), cart);
    }

    static int age(Menu menu, CartView cart) {
        return cart.contents().lines().stream()
                .map(CartContents.Line::selection)
                .flatMap(s -> menu.article(s.articleId()).map(a -> Picked.of(menu, a, s)).stream())
                .mapToInt(picked -> picked.minimumAge(menu))
                .max()
                .orElse(0);
    }

    private CheckoutView view(
            ShopLocation location,
            CartLoader.Loaded loaded,
            CheckoutForm entry,
            Map<String, String> errors,
            String notice,
            Times times,
            ShopPage page) {
        Quote quote = loaded.check().quote();
        boolean feeKnown = loaded.type() != OrderType.DELIVERY || loaded.delivery() != null;
        Missing missing = quote == null ? Missing.NOTHING : Missing.of(loaded.delivery(), quote.goods(), page);
        Menu menu = cartLoader.menu(location);
        return new CheckoutView(
                loaded.type(),
                entry,
                errors,
                notice,
                times,
                times.gone(entry).map(Instant::toString).orElse(""),
                loaded.check().lines().stream()
                        .map(l -> LineView.of(l, menu, page))
                        .toList(),
                quote == null ? null : Bill.of(quote, loaded.delivery() != null, page),
                quote == null ? "" : quote.total().decimal(),
                feeKnown,
                feeKnown
                        && loaded.check().orderable()
                        && !missing.belowMinimum()
                        && times.any()
                        && quote != null
                        && !quote.belowZero(),
                wrongTime(loaded),
                missing.words(),
                age(location, new CartView(loaded.type(), loaded.contents())),
                location.zones().stream().map(DeliveryZone.Terms::postcode).toList());
    }

    private static boolean wrongTime(CartLoader.Loaded loaded) {
        return loaded.check().lines().stream().anyMatch(l -> l.trouble() == CartCheck.Trouble.NOT_AT_THIS_TIME)
                && loaded.check().lines().stream()
                        .allMatch(l -> l.trouble() == null || l.trouble() == CartCheck.Trouble.NOT_AT_THIS_TIME);
    }
}
