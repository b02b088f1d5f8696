package de.hypersoft.esolutions.pricing;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.VatRate;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a price depends on, beside the menu. Begins empty with {@link #of} and is filled with {@code with(...)}.
 *
 * @param supply local day of fulfilment; decides the VAT rate (L8)
 * @param country of the location; in Austria the deposit on single-use containers is not taxable turnover (L12)
 * @param delivery terms of the guest's postcode, null unless delivered (or while the postcode is unknown)
 */
public record Basket(
        OrderType type,
        LocalDate supply,
        String country,
        List<Selection> selections,
        @Nullable Terms delivery) {

    public Basket {
        selections = List.copyOf(selections);
    }

    /**
     * Empty, and not delivered.
     *
     * @param zone and country of the location, which is where the goods are supplied
     */
    public static Basket of(OrderType type, Instant fulfilment, ZoneId zone, String country) {
        return new Basket(type, fulfilment.atZone(zone).toLocalDate(), country, List.of(), null);
    }

    public Basket with(Selection... wanted) {
        return with(List.of(wanted));
    }

    /** With these selections in place of those it had. */
    public Basket with(List<Selection> wanted) {
        return new Basket(type, supply, country, wanted, delivery);
    }

    public Basket with(@Nullable Terms terms) {
        return new Basket(type, supply, country, selections, terms);
    }

    /** The article's rate on the day and in the way it is supplied. */
    VatRate rate(Menu menu, Menu.Article article) {
        Menu.VatClass vatClass = menu.vatClasses().get(article.vatClass());
        if (vatClass == null) throw new IllegalStateException("article " + article.id() + " has no VAT class");
        return vatClass.on(supply, type.onSite());
    }
}
