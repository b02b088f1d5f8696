package de.hypersoft.esolutions.portal.orders;

import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.portal.layout.VisibleLocations;
import de.hypersoft.esolutions.pos.board.HandoverViews;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One order in the list, with what the page needs to show it.
 *
 * @param late nobody fetched it for as long as its location waits before the mail (default 5 minutes)
 * @param unbooked a till has it and did not book it in time: perhaps nobody cooks it
 * @param tooOld it waits, and no till gets it before a person decided
 */
public record OrderRow(
        HandoverViews.Row row, VisibleLocations.Site site, boolean late, boolean unbooked, boolean tooOld) {

    public static OrderRow of(HandoverViews.Row row, VisibleLocations.Site site, Instant now) {
        Instant since = row.waitingSince();
        boolean late = since != null
                && !now.isBefore(since.plus(site.location().details().unclaimedAfter()));
        LocationLimits limits = site.location().limits();
        boolean waits = since != null && !row.leaseAlive();
        return new OrderRow(
                row,
                site,
                late,
                row.deadlines().unbooked(now, limits),
                waits && row.deadlines().tooOld(now, limits));
    }

    /**
     * Names this line as it is shown: the order and its state, not its age. A browser that has a line with this tag needs
     * no other; whatever else a line comes to show belongs in here.
     */
    public String tag() {
        String id = row.id().toString();
        int shown = (row + "|" + late + unbooked + tooOld + "|" + site.name()).hashCode();
        return id.substring(id.length() - 8) + "." + Integer.toUnsignedString(shown, 36);
    }

    /** Nobody has it and no till is fetching it: it can be ticked from the list. */
    public boolean tickable() {
        return row.waitingSince() != null && !row.leaseAlive() && !tooOld;
    }

    public Money total() {
        return Money.of(row.totalMinor(), row.currency());
    }

    public ZoneId zone() {
        return site.location().zone();
    }

    /** A till has it and did not say that it booked it, and nobody settled it, however short ago. */
    public boolean owed() {
        return row.deadlines().unbookedSince() != null;
    }

    /** The key of the word for where the order stands. */
    public String state() {
        if (row.leaseAlive()) return "FETCHING";
        if (row.voiding().done()) return "VOIDED";
        if (unbooked) return "UNBOOKED";
        if (tooOld) return "TOO_OLD";
        if (row.voiding().waits()) return "VOID_ASKED";
        return row.waitingSince() != null ? "PENDING" : row.transfer().name();
    }

    public String icon() {
        return switch (state()) {
            case "PENDING" -> late ? "octagon-alert" : "clock";
            case "UNBOOKED", "TOO_OLD" -> "octagon-alert";
            case "FETCHING" -> "refresh-cw";
            case "VOID_ASKED" -> "clock";
            case "TRANSFERRED_AUTO" -> "circle-check";
            case "TRANSFERRED_MANUAL" -> row.receiptMissing() ? "receipt" : "square-check";
            default -> "circle-x";
        };
    }

    public String colour() {
        return switch (state()) {
            case "PENDING" -> late ? "state-bad" : "state-warn";
            case "UNBOOKED", "TOO_OLD" -> "state-bad";
            case "FETCHING" -> "state-info";
            case "VOID_ASKED" -> "state-warn";
            case "TRANSFERRED_MANUAL" -> row.receiptMissing() ? "state-warn" : "state-ok";
            case "TRANSFERRED_AUTO" -> "state-ok";
            default -> "";
        };
    }
}
