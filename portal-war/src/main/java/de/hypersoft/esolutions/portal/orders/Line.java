package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.portal.layout.Sites;
import de.hypersoft.esolutions.pos.HandoverViews;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One order in the list, with what the page needs to show it.
 *
 * @param late nobody fetched it for as long as its location waits before the mail (default 5 minutes)
 */
public record Line(HandoverViews.Row row, Sites.Site site, boolean late) {

    static Line of(HandoverViews.Row row, Sites.Site site, Instant now) {
        Instant since = row.waitingSince();
        boolean late = since != null
                && !now.isBefore(since.plus(site.location().details().unclaimedAfter()));
        return new Line(row, site, late);
    }

    public Money total() {
        return Money.of(row.totalMinor(), row.currency());
    }

    public ZoneId zone() {
        return site.location().zone();
    }

    /** The key of the word for where the order stands. */
    public String state() {
        if (row.leaseAlive()) return "FETCHING";
        return row.waitingSince() != null ? "PENDING" : row.transfer().name();
    }

    public String icon() {
        return switch (state()) {
            case "PENDING" -> late ? "octagon-alert" : "clock";
            case "FETCHING" -> "refresh-cw";
            case "TRANSFERRED_AUTO" -> "circle-check";
            case "TRANSFERRED_MANUAL" -> row.receiptMissing() ? "receipt" : "square-check";
            default -> "circle-x";
        };
    }

    public String colour() {
        return switch (state()) {
            case "PENDING" -> late ? "state-bad" : "state-warn";
            case "FETCHING" -> "state-info";
            case "TRANSFERRED_MANUAL" -> row.receiptMissing() ? "state-warn" : "state-ok";
            case "TRANSFERRED_AUTO" -> "state-ok";
            default -> "";
        };
    }
}
