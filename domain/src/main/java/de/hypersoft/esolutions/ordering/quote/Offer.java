package de.hypersoft.esolutions.ordering.quote;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.pricing.Picked;
import de.hypersoft.esolutions.pricing.Quote;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.snapshot.LocationSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a wish comes to: when it can be had, and for how much.
 *
 * @param promised the slot wished for, or what "as soon as possible" means now
 * @param delivery null unless it is delivered
 */
public record Offer(
        LocationSnapshot shop, Menu menu, Instant promised, DeliveryZone.@Nullable Terms delivery, Quote quote) {

    /**
     * The last look at it, once all else about the order is right.
     *
     * @param expected what the guest was shown; null asks for no comparison
     * @throws Conflict {@code not-served-then}, {@code negative-total}, {@code minimum-order}, {@code price-changed}
     */
    public void check(@Nullable Money expected) {
        checkServed();
        checkTotal(expected);
    }

    /** @throws Invalid {@code age-not-confirmed} when something in it is for older guests than anybody said to be */
    public void checkAge(boolean confirmed) {
        int age = quote.minimumAge();
        if (age > 0 && !confirmed)
            throw new Invalid(
                    "age-not-confirmed",
                    "something in it is for persons of " + age + " and over; ageConfirmed says that the guest is one",
                    "ageConfirmed",
                    Map.of("age", age));
    }

    /** How many portions of each article it needs, articles that stand behind options included. */
    public Map<String, Integer> portions() {
        Map<String, Integer> needed = new HashMap<>();
        for (Quote.Line line : quote.lines())
            picked(line).portions().forEach((article, portions) -> needed.merge(article, portions, Integer::sum));
        return needed;
    }

    private Picked picked(Quote.Line line) {
        return Picked.of(menu, line.article(), line.selection());
    }

    /** Time rules look at when the order is fulfilled, not when it is placed (T20). */
    private void checkServed() {
        for (Quote.Line line : quote.lines())
            picked(line).notServed(menu, promised, shop.location().zone()).ifPresent(away -> {
                throw new Conflict(
                        "not-served-then",
                        "article " + away.id() + " is not served at " + promised,
                        Map.of("article", away.id()));
            });
    }

    private void checkTotal(@Nullable Money expected) {
        if (quote.belowZero())
            throw new Conflict("negative-total", "the total or a line is below zero", Map.of("total", quote.total()));
        if (delivery != null && quote.goods().compareTo(delivery.minimum()) < 0)
            throw new Conflict(
                    "minimum-order",
                    "the minimum order value is not reached",
                    Map.of(
                            "minimum",
                            delivery.minimum(),
                            "missing",
                            delivery.minimum().minus(quote.goods())));
        if (expected != null && !expected.equals(quote.total()))
            throw new Conflict("price-changed", "the total is another one now", Map.of("total", quote.total()));
    }
}
