package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
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

    static Promise of(Shopfront.Branch branch, OrderType type, Optional<CartView> cart, ShopPage page) {
        Optional<DeliveryZone.Terms> known =
                cart.flatMap(c -> branch.zone(c.contents().postcode()));
        boolean open = type == OrderType.DELIVERY && known.isEmpty() && differ(branch);
        Slots slots = Slots.of(
                branch.hours(),
                branch.details(),
                type,
                known.or(() -> quickest(branch)).orElse(null));
        Soonest soonest = slots.soonest(page.now());
        if (soonest.at() != null) {
            String key = "menu.wait." + type + (open ? ".from" : "");
            return new Promise(page.t(key, page.moment(soonest.at())), "");
        }
        boolean later = slots.first(page.now()).isPresent();
        if (soonest.why() == Soonest.Why.PAUSED)
            return new Promise("", later ? page.t("menu.paused-preorder", end(branch, page)) : page.t("menu.paused"));
        if (!later) return new Promise("", page.t("menu.no-times", Slots.DAYS_AHEAD));
        boolean closing = soonest.why() == Soonest.Why.CLOSING;
        return new Promise("", page.t(closing ? "menu.closing-preorder" : "menu.closed-preorder"));
    }

    /** Before the postcode is known, what nobody gets sooner. */
    private static Optional<DeliveryZone.Terms> quickest(Shopfront.Branch branch) {
        return branch.zones().stream().min(Comparator.comparingInt(zone -> lead(branch, zone)));
    }

    private static boolean differ(Shopfront.Branch branch) {
        return branch.zones().stream()
                        .map(zone -> lead(branch, zone))
                        .distinct()
                        .count()
                > 1;
    }

    private static String end(Shopfront.Branch branch, ShopPage page) {
        return branch.hours()
                .pauseAt(page.now())
                .flatMap(Pause::end)
                .map(page::moment)
                .orElse("");
    }

    private static int lead(Shopfront.Branch branch, DeliveryZone.Terms zone) {
        return zone.leadMinutes() == null ? branch.details().leadMinutes() : zone.leadMinutes();
    }
}
