package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.ordering.slot.Slots;
import de.hypersoft.esolutions.ordering.slot.Soonest;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the order can be had: now or not, and the slots of the next days. What is offered here is what the server takes.
 *
 * @param soonest what "as soon as possible" promises, or why it cannot
 * @param pausedUntil when a pause ends that is on now, in words; empty when nobody knows or none is on
 */
public record Times(Soonest soonest, List<Day> days, String pausedUntil) {

    public record Day(String name, List<Slot> slots) {}

    public record Slot(String value, String time) {}

    /** @param delivery the terms of the postcode, while it is known */
    static Times of(ShopLocation location, OrderType type, DeliveryZone.@Nullable Terms delivery, ShopPage page) {
        Slots slots = Slots.of(location.hours(), location.details(), type, delivery);
        ZoneId zone = location.details().zone();
        LocalDate today = page.now().atZone(zone).toLocalDate();
        List<Day> days = slots.days(page.now()).stream()
                .map(day -> new Day(
                        name(today, day.date(), page),
                        day.slots().stream()
                                .map(at -> new Slot(at.toString(), page.time(at)))
                                .toList()))
                .toList();
        String end = location.hours()
                .pauseAt(page.now())
                .flatMap(Pause::end)
                .map(page::moment)
                .orElse("");
        return new Times(slots.soonest(page.now()), days, end);
    }

    public boolean now() {
        return soonest.possible();
    }

    /** Why nothing can be had at once, as the end of a text's key. */
    public String why() {
        return switch (soonest.why()) {
            case CLOSING -> "closing-now";
            case PAUSED -> "paused-now";
            default -> "closed-now";
        };
    }

    /** No orders are taken for a while; without any time nobody knows for how long. */
    public boolean paused() {
        return soonest.why() == Soonest.Why.PAUSED;
    }

    public boolean any() {
        return now() || !days.isEmpty();
    }

    /** The time that was chosen and that nobody can have any more; empty when none was, or it still can be had. */
    Optional<Instant> gone(CheckoutForm entry) {
        return entry.fulfilAt().filter(at -> at.isAfter(Instant.EPOCH)).filter(at -> !offers(at));
    }

    private boolean offers(Instant at) {
        return days.stream().flatMap(day -> day.slots().stream()).anyMatch(slot -> slot.value()
                .equals(at.toString()));
    }

    /** The moment the order would be fulfilled, for prices and what is served: the one chosen, else the next possible. */
    Instant assumed(CheckoutForm entry, Instant now) {
        Optional<Instant> chosen = entry.fulfilAt().filter(this::offers);
        if (chosen.isPresent()) return chosen.get();
        return soonest.promise()
                .orElseGet(() -> days.isEmpty()
                        ? now
                        : Instant.parse(days.get(0).slots().get(0).value()));
    }

    private static String name(LocalDate today, LocalDate date, ShopPage page) {
        if (date.equals(today)) return page.t("day.today");
        return date.equals(today.plusDays(1))
                ? page.t("day.tomorrow")
                : page.figures().day(date);
    }
}
