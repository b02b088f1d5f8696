package de.hypersoft.esolutions.shop.location;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sign on the door: open until when, or closed until when, in words and the location's time. */
public record OpenSign(boolean open, String words) {

    private static final Duration LONG = Duration.ofHours(24);

    /** What guests can order on the web, in the order it is offered; in-house orders come from the table's code. */
    public static List<OrderType> types(ShopLocation location) {
        Set<OrderType> offered = EnumSet.of(OrderType.PICKUP, OrderType.DELIVERY);
        offered.retainAll(location.details().orderTypes());
        return List.copyOf(offered);
    }

    public static OpenSign of(ShopLocation location, Collection<OrderType> types, ShopPage page) {
        OpeningHours hours = location.hours();
        Optional<Pause> pause = hours.pauseAt(page.now());
        if (pause.isPresent()) return paused(pause.get(), hours, page);
        Optional<Instant> until = until(hours, types, page.now());
        if (until.isPresent()) {
            boolean always = until.get().isAfter(page.now().plus(LONG));
            String at = page.figures().time(until.get(), hours.zone());
            return new OpenSign(true, always ? page.t("open.always") : page.t("open.until", at));
        }
        return types.stream()
                .flatMap(t -> hours.next(page.now(), t).stream())
                .map(OpeningHours.Opening::from)
                .min(Comparator.naturalOrder())
                .map(from ->
                        new OpenSign(false, page.t("open.from", page.figures().moment(from, hours.zone(), page.now()))))
                .orElseGet(() -> new OpenSign(false, page.t("open.unknown")));
    }

    private static OpenSign paused(Pause pause, OpeningHours hours, ShopPage page) {
        return new OpenSign(
                false,
                pause.end()
                        .map(end -> page.t("open.paused-until", page.figures().moment(end, hours.zone(), page.now())))
                        .orElseGet(() -> page.t("open.paused")));
    }

    /** Until when one of them can be had without a pause; looks two days ahead. */
    private static Optional<Instant> until(OpeningHours hours, Collection<OrderType> types, Instant now) {
        return types.stream().flatMap(t -> hours.openUntil(now, t).stream()).max(Comparator.naturalOrder());
    }
}
