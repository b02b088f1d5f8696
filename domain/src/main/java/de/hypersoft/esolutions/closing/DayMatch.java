package de.hypersoft.esolutions.closing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The web orders of one business day of one location, each held against what its tills booked.
 *
 * @param entries by time of placing
 */
public record DayMatch(BusinessDay day, List<Entry> entries) {

    /** What became of an order. */
    public enum Verdict {
        /** No till booked it and nobody typed it: perhaps nobody cooked it. */
        MISSING,
        /** Booked more than once, or booked and typed: the till's turnover is too high until one is voided. */
        DOUBLE,
        /** Booked by a till, once. */
        BOOKED,
        /** A manager typed it, or settled it with a receipt or a reason. */
        TYPED,
        /** Cancelled or rejected, and booked by nobody: nothing is to be found at the till. */
        CANCELLED
    }

    /**
     * @param tills how many tills reported something of it, a refusal aside
     * @param ticks how often a manager ticked it, however it went on
     * @param settled a till has it and never booked it, and somebody said that it is done
     */
    record Facts(
            boolean cancelled,
            boolean withTill,
            boolean ticked,
            boolean booked,
            boolean settled,
            boolean mayBeDoubled,
            long tills,
            long ticks) {

        /** Judged over the order's history and not its last state: what a warned move doubled shows here (I1). */
        Verdict verdict() {
            if (mayBeDoubled || tills > 1 || (tills > 0 && ticks > 0)) return Verdict.DOUBLE;
            if (cancelled) return Verdict.CANCELLED;
            if (withTill && booked) return Verdict.BOOKED;
            return ticked || settled ? Verdict.TYPED : Verdict.MISSING;
        }
    }

    /**
     * @param totalMinor in the smallest unit of {@code currency}
     * @param owner the till or the manager that has it, null for nobody
     * @param receipt its number, or the reason why there is none; null when neither was given
     */
    public record Entry(
            UUID order,
            String number,
            Instant placedAt,
            long totalMinor,
            String currency,
            Verdict verdict,
            @Nullable String owner,
            @Nullable String receipt) {}

    public long count(Verdict verdict) {
        return entries.stream().filter(e -> e.verdict() == verdict).count();
    }

    public List<Entry> with(Verdict verdict) {
        return entries.stream().filter(e -> e.verdict() == verdict).toList();
    }

    /** Whether somebody must look. */
    public boolean amiss() {
        return count(Verdict.MISSING) + count(Verdict.DOUBLE) > 0;
    }
}
