package de.hypersoft.esolutions.shop.checkout;

import de.hypersoft.esolutions.hostnames.Shopfront;
import de.hypersoft.esolutions.ordering.Slots;
import de.hypersoft.esolutions.shop.view.Page;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When the order can be had: now or not, and the slots of the next days. What is offered here is what the server takes.
 *
 * @param now whether "as soon as possible" can be promised
 */
public record Times(boolean now, List<Day> days) {

    private static final int DAYS = 4;

    public record Day(String name, List<Slot> slots) {}

    public record Slot(String value, String time) {}

    static Times of(Shopfront.Branch branch, OrderType type, Page page) {
        Slots slots = Slots.of(branch.hours(), type, branch.details().leadMinutes());
        ZoneId zone = branch.details().zone();
        LocalDate today = page.now().atZone(zone).toLocalDate();
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = today.plusDays(i);
            List<Slot> offered = slots.on(date, page.now()).stream()
                    .map(at -> new Slot(at.toString(), page.figures().time(at, zone)))
                    .toList();
            if (!offered.isEmpty()) days.add(new Day(name(i, date, page), offered));
        }
        return new Times(slots.now(page.now()), days);
    }

    public boolean any() {
        return now || !days.isEmpty();
    }

    /** The moment the order would be fulfilled, for prices and what is served: the one chosen, else the next possible. */
    Instant assumed(Entry entry, Instant now) {
        if (entry.fulfilAt().isPresent() && !entry.fulfilAt().get().equals(Instant.EPOCH))
            return entry.fulfilAt().get();
        return this.now || days.isEmpty()
                ? now
                : Instant.parse(days.get(0).slots().get(0).value());
    }

    private static String name(int ahead, LocalDate date, Page page) {
        if (ahead == 0) return page.t("day.today");
        return ahead == 1 ? page.t("day.tomorrow") : page.figures().day(date);
    }
}
