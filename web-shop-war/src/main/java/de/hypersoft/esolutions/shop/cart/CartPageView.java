package de.hypersoft.esolutions.shop.cart;

import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cart as it stands.
 *
 * @param removed name of the line taken out last, or empty
 * @param missing what is missing to the minimum order or to free delivery, in euros, or empty
 * @param belowMinimum whether the minimum order is not reached
 * @param fault what the last change was refused for, or empty
 * @param postcodeFault what is wrong with the postcode just sent, or empty
 */
public record CartPageView(
        OrderType type,
        List<OrderType> types,
        List<LineView> lines,
        String removed,
        @Nullable Bill bill,
        String postcode,
        String missing,
        boolean belowMinimum,
        boolean orderable,
        String fault,
        String postcodeFault) {

    public boolean troubled() {
        return lines.stream().anyMatch(l -> !l.trouble().isEmpty());
    }

    public boolean changed() {
        return lines.stream().anyMatch(l -> !l.change().isEmpty());
    }
}
