package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import org.jspecify.annotations.Nullable;

/** What is missing to the minimum order or to free delivery, said in euros. */
public record Missing(String words, boolean belowMinimum) {

    public static final Missing NOTHING = new Missing("", false);

    public static Missing of(DeliveryZone.@Nullable Terms terms, Money goods, ShopPage page) {
        if (terms == null) return NOTHING;
        if (goods.compareTo(terms.minimum()) < 0)
            return new Missing(
                    page.t("cart.below-minimum", page.money(terms.minimum().minus(goods)), page.money(terms.minimum())),
                    true);
        Money free = terms.freeFrom();
        if (free == null || terms.fee().isZero() || goods.compareTo(free) >= 0) return NOTHING;
        return new Missing(page.t("cart.below-free", page.money(free.minus(goods))), false);
    }
}
