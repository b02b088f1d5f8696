package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.pos.board.OrderList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of the order list, in the order in which they stand below each other. An order stands in the first that it fits
 * and in no other.
 */
public enum OrderGroup {
    OVERDUE(OrderList.Show.OVERDUE),
    WAITING(OrderList.Show.WAITING),
    RECEIPT_MISSING(OrderList.Show.RECEIPT_MISSING),
    IN_PROGRESS(OrderList.Show.OPEN),
    DONE(OrderList.Show.DONE),
    FOUND_OPEN(OrderList.Show.OPEN),
    FOUND_DONE(OrderList.Show.DONE),
    UNBOOKED(OrderList.Show.UNBOOKED),
    TOO_OLD(OrderList.Show.TOO_OLD);

    /** What is found by words, wherever else it would stand. */
    static final Set<OrderGroup> FOUND = EnumSet.of(FOUND_OPEN, FOUND_DONE);

    /** What somebody still has to care for. */
    static final Set<OrderGroup> OPEN = EnumSet.range(OVERDUE, IN_PROGRESS);

    /** Everything, each order once. */
    static final Set<OrderGroup> ALL = EnumSet.range(OVERDUE, DONE);

    private final OrderList.Show show;

    OrderGroup(OrderList.Show show) {
        this.show = show;
    }

    /** Somebody has to do something about what stands in it. */
    public boolean urgent() {
        return this == OVERDUE || this == UNBOOKED || this == TOO_OLD;
    }

    OrderList.Show show() {
        return show;
    }

    /** What stands above it already. */
    Set<OrderList.Show> without() {
        if (!ALL.contains(this)) return Set.of();
        return Arrays.stream(values()).limit(ordinal()).map(OrderGroup::show).collect(Collectors.toSet());
    }

    /** In addresses, and where a page finds it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
