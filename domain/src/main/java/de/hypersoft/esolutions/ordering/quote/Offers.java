package de.hypersoft.esolutions.ordering.quote;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.ordering.slot.Slots;
import de.hypersoft.esolutions.ordering.slot.Soonest;
import de.hypersoft.esolutions.pricing.Basket;
import de.hypersoft.esolutions.pricing.Pricing;
import de.hypersoft.esolutions.pricing.SelectionRules;
import de.hypersoft.esolutions.tenancy.Address;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds wishes against hours, zones and menu, and prices them once. Quoting and placing ask here; nothing is stored. */
@ApplicationScoped
public class Offers {

    private final Menus menus;

    @Inject
    Offers(Menus menus) {
        this.menus = menus;
    }

    /**
     * @param shop the location that the wish names
     * @throws Invalid when the wish cannot be right; the field says where
     * @throws Conflict {@code location-closed}, {@code ordering-paused}
     */
    public Offer of(LocationSnapshot shop, Wish wish, Instant now) {
        Location location = shop.location();
        checkType(location, wish);
        DeliveryZone.Terms delivery = deliveryTerms(shop, wish.deliveryAddress());
        Instant promised = promised(shop, wish, delivery, now);
        Menu menu = menus.current(location.id());
        Basket basket = Basket.of(wish.orderType(), promised, location.zone(), location.country())
                .with(wish.lines())
                .with(delivery);
        return new Offer(shop, menu, promised, delivery, Pricing.quote(menu, basket));
    }

    private static void checkType(Location location, Wish wish) {
        SelectionRules.note(wish.note(), "note");
        if (!location.orderTypes().contains(wish.orderType()))
            throw new Invalid("order-type-not-offered", wish.orderType() + " is not offered here", "orderType");
    }

    private static DeliveryZone.@Nullable Terms deliveryTerms(LocationSnapshot shop, @Nullable Address address) {
        if (address == null) return null;
        String country = address.country();
        String here = shop.location().country();
        if (!country.isEmpty() && !country.equalsIgnoreCase(here)) throw outside(country, "deliveryAddress.country");
        return Postcode.of(address.postcode(), here)
                .among(shop.zones())
                .orElseThrow(() -> outside(address.postcode(), "deliveryAddress.postcode"));
    }

    private static Invalid outside(String place, String field) {
        return new Invalid("outside-delivery-area", "no delivery to " + place, field, Map.of("postcode", place));
    }

    /** When it can be had: the slot wished for, or what "as soon as possible" means now. */
    private static Instant promised(
            LocationSnapshot shop, Wish wish, DeliveryZone.@Nullable Terms delivery, Instant now) {
        Location location = shop.location();
        OrderType type = wish.orderType();
        Slots slots = Slots.of(shop.hours(), location.leadMinutes(), type, delivery);
        Instant wished = wish.fulfilAt();
        if (wished == null) {
            Soonest soonest = slots.soonest(now);
            return soonest.promise().orElseThrow(() -> closed(location, soonest));
        }
        if (!slots.offers(wished, now)) {
            if (slots.hours().pauseAt(now).isPresent()) throw paused(location);
            throw new Invalid("slot-not-offered", "nothing can be had at " + wished, "fulfilAt");
        }
        return wished;
    }

    private static Conflict paused(Location location) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("phone", location.details().phone()));
        Pause pause = location.pause();
        if (pause != null) pause.end().ifPresent(end -> facts.put("until", end.toString()));
        return new Conflict("ordering-paused", location.slug() + " takes no orders for a while", facts);
    }

    private static Conflict closed(Location location, Soonest soonest) {
        if (soonest.why() == Soonest.Why.PAUSED) return paused(location);
        return new Conflict(
                "location-closed",
                location.slug() + " cannot have it ready before it closes",
                Map.of("reason", soonest.why().name()));
    }
}
