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
        /** Cancelled or rejected here, and still booked at the till as far as anybody said: to be cancelled there too. */
        NOT_VOIDED,
        /** Booked by a till, once. */
        BOOKED,
        /** A manager typed it, or settled it with a receipt or a reason. */
        TYPED,
        /** Cancelled or rejected, and booked by nobody or cancelled at the till too: nothing is to be found there. */
        CANCELLED;

        /** Whether somebody must look. */
        public boolean amiss() {
            return this == MISSING || this == DOUBLE || this == NOT_VOIDED;
        }
    }

    /**
     * @param cancelled or rejected, whoever said so
     * @param voided cancelled at the till, as the till or a person says
     * @param tills how many tills reported something of it, a refusal aside
     * @param ticks how often a manager ticked it, however it went on
     * @param noReceipt somebody said why no receipt of it is at the till
     * @param settled a till has it and never booked it, and somebody said that it is done
     */
    record Facts(
            boolean cancelled,
            boolean voided,
            boolean withTill,
            boolean ticked,
            boolean booked,
            boolean settled,
            boolean noReceipt,
            boolean mayBeDoubled,
            long tills,
            long ticks) {

        /** Judged over the order's history and not its last state: what a warned move doubled shows here (I1). */
        Verdict verdict() {
            if (mayBeDoubled || tills > 1 || (tills > 0 && ticks > 0)) return Verdict.DOUBLE;
            if (cancelled) return voided || !perhapsAtTheTill() ? Verdict.CANCELLED : Verdict.NOT_VOIDED;
            if (withTill && booked) return Verdict.BOOKED;
            return ticked || settled ? Verdict.TYPED : Verdict.MISSING;
        }

        /** A till said more of it than no, or a person has it there, or may have. */
        private boolean perhapsAtTheTill() {
            return tills > 0 || ((ticked || settled) && !noReceipt);
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
        return entries.stream().anyMatch(e -> e.verdict().amiss());
    }
}
