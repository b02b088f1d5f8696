package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.ordering.cart.CartView;
import de.hypersoft.esolutions.ordering.slot.Slots;
import de.hypersoft.esolutions.ordering.slot.Soonest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the menu may promise: only what the checkout offers and the server takes.
 *
 * @param ready by when what is ordered now can be had; empty when nothing can be had at once
 * @param later why it cannot, and whether one may order for later; empty when it can
 */
record Promise(String ready, String later) {

    static Promise of(ShopLocation location, OrderType type, Optional<CartView> cart, ShopPage page) {
        Optional<DeliveryZone.Terms> known =
                cart.flatMap(c -> location.zone(c.contents().postcode()));
        boolean open = type == OrderType.DELIVERY && known.isEmpty() && differ(location);
        Slots slots = Slots.of(
                location.hours(),
                location.details(),
                type,
                known.or(() -> quickest(location)).orElse(null));
        Soonest soonest = slots.soonest(page.now());
        if (soonest.at() != null) {
            String key = "menu.wait." + type + (open ? ".from" : "");
            return new Promise(page.t(key, page.moment(soonest.at())), "");
        }
        boolean later = slots.first(page.now()).isPresent();
        if (soonest.why() == Soonest.Why.PAUSED)
            return new Promise("", later ? page.t("menu.paused-preorder", end(location, page)) : page.t("menu.paused"));
        if (!later) return new Promise("", page.t("menu.no-times", Slots.DAYS_AHEAD));
        boolean closing = soonest.why() == Soonest.Why.CLOSING;
        return new Promise("", page.t(closing ? "menu.closing-preorder" : "menu.closed-preorder"));
    }

    /** Before the postcode is known, what nobody gets sooner. */
    private static Optional<DeliveryZone.Terms> quickest(ShopLocation location) {
        return location.zones().stream().min(Comparator.comparingInt(zone -> lead(location, zone)));
    }

    private static boolean differ(ShopLocation location) {
        return location.zones().stream()
                        .map(zone -> lead(location, zone))
                        .distinct()
                        .count()
                > 1;
    }

    private static String end(ShopLocation location, ShopPage page) {
        return location.hours()
                .pauseAt(page.now())
                .flatMap(Pause::end)
                .map(page::moment)
                .orElse("");
    }

    private static int lead(ShopLocation location, DeliveryZone.Terms zone) {
        return zone.leadMinutes() == null ? location.details().leadMinutes() : zone.leadMinutes();
    }
}
