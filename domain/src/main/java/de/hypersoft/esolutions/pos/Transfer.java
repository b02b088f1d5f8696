package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one order stands between us and the till, as a value, and every move it can make. Each verb answers the state
 * after the move or refuses; nothing is stored here. Storing is {@link Transfers#replace}: one conditional UPDATE on
 * (order, state, fence), so of two movers exactly one wins and the other one asks again and is told who.
 *
 * <p>Its life: PENDING from the transaction that made the order transferable. A till claims it for the length of a
 * lease and acknowledges once it has stored it: TRANSFERRED_AUTO. Or a manager ticks it: TRANSFERRED_MANUAL. Or it is
 * withdrawn before anybody had it. Untick and return, both privileged and warned of, make it PENDING again and start
 * a new episode of mails. The fence only grows: every move but acknowledge raises it.
 *
 * @param offers how often it was handed out since a till last kept it, repeated answers not counted
 * @param offerAgainAt not to be offered before (back-off of a refused or never acknowledged order)
 * @param episode counts from 1; mails are sent once per episode (I6)
 * @param since when the present state was entered
 * @param booked whether the till that has it reported BOOKED or later
 * @param age until when it may be handed over without asking a person (handover.md A4)
 */
public record Transfer(
        UUID order,
        PosTransfer state,
        long fence,
        @Nullable UUID till,
        @Nullable Instant leaseUntil,
        int offers,
        @Nullable Instant offerAgainAt,
        int episode,
        Instant since,
        boolean booked,
        @Nullable String owner,
        Age age) {

    /** Handed out so often without an acknowledgement, an order is offered alone and after all others. */
    public static final int PATIENCE = 3;

    /** An answer that was lost on its way is asked for again within seconds: that is the same offer still. */
    private static final Duration SAME_OFFER = Duration.ofSeconds(10);

    private static final Backoff OFFER_AGAIN = Backoff.doubling(Duration.ofSeconds(10), Duration.ofMinutes(5));

    public static Transfer opened(UUID order, Instant promisedAt, Instant now) {
        Age age = new Age(promisedAt, false);
        return new Transfer(order, PosTransfer.PENDING, 0, null, null, 0, null, 1, now, false, null, age);
    }

    /**
     * How old an order may grow before a person is asked whether it is still to be cooked.
     *
     * @param promisedAt when the guest was to have it
     * @param decided a person said to hand it over however old it is; that lasts for the order
     */
    public record Age(Instant promisedAt, boolean decided) {

        /** @param askAfter so long past its promised time it is handed over unasked */
        public boolean asks(Instant now, Duration askAfter) {
            return !decided && !now.isBefore(promisedAt.plus(askAfter));
        }
    }

    /**
     * Move 1. A till's own unacknowledged order comes back with the same fence and a new lease. From the third offer on
     * it comes back after 10 s, then 20, 40, … up to 5 minutes; to another till not before the lease is over. What is
     * too old is handed to nobody before a person decided.
     *
     * @param askAfter how long past its promised time an order is handed over without asking
     */
    public Transfer claim(UUID byTill, String tillName, Instant now, Duration lease, Duration askAfter) {
        if (age.asks(now, askAfter)) throw new TransferRefused("too-old", this);
        if (state == PosTransfer.CLAIMED && byTill.equals(till)) {
            boolean sameOffer = leaseAlive(now) && now.isBefore(since.plus(SAME_OFFER));
            return handedOut(byTill, tillName, fence, sameOffer ? offers : offers + 1, now, lease);
        }
        if (!free(now)) throw new TransferRefused("not-claimable", this);
        return handedOut(byTill, tillName, fence + 1, offers + 1, now, lease);
    }

    /**
     * Move 2, one total rule. An expired lease does not matter as long as nobody else took the order.
     *
     * @return the state after; this very object when the acknowledgement was already known
     */
    public Transfer acknowledge(UUID byTill, long withFence, Instant now) {
        boolean his = byTill.equals(till) && fence == withFence;
        if (his && state == PosTransfer.TRANSFERRED_AUTO) return this;
        if (!his || state != PosTransfer.CLAIMED) throw TransferRefused.notHis(this, byTill);
        return new Transfer(
                order, PosTransfer.TRANSFERRED_AUTO, fence, till, null, 0, null, episode, now, false, owner, age);
    }

    /**
     * Move 3, the manager's tick. A live lease needs the confirmation that carries the fence the page showed (T27).
     *
     * @param shownFence the fence of the page that asked to take over, null when nothing was asked yet
     */
    public Transfer tick(String byUser, @Nullable Long shownFence, Instant now) {
        checkTakeable(shownFence, now);
        return new Transfer(
                order,
                PosTransfer.TRANSFERRED_MANUAL,
                fence + 1,
                null,
                null,
                0,
                null,
                episode,
                now,
                false,
                byUser,
                age);
    }

    /** Move 4 (T29). */
    public Transfer untick(Instant now) {
        if (state != PosTransfer.TRANSFERRED_MANUAL) throw new TransferRefused("not-ticked", this);
        return pendingAgain(episode + 1, 0, null, now);
    }

    /** Move 5: for a till that died before anybody saw the order. May double; the page warns of it. */
    public Transfer giveBack(Instant now) {
        if (state != PosTransfer.TRANSFERRED_AUTO) throw new TransferRefused("not-fetched", this);
        if (booked) throw new TransferRefused("already-booked", this);
        return pendingAgain(episode + 1, 0, null, now);
    }

    /** Move 6. What a till or a manager has is voided at the till, not here. */
    public Transfer withdraw(String by, @Nullable Long shownFence, Instant now) {
        checkTakeable(shownFence, now);
        return new Transfer(order, PosTransfer.WITHDRAWN, fence + 1, null, null, 0, null, episode, now, false, by, age);
    }

    /** Move 7: the till cannot take it; it waits a while before it is offered again. */
    public Transfer refuse(UUID byTill, long withFence, Instant now) {
        if (state != PosTransfer.CLAIMED || !byTill.equals(till) || fence != withFence)
            throw TransferRefused.notHisToRefuse(this, byTill);
        return pendingAgain(episode, offers, now.plus(OFFER_AGAIN.after(offers)), now);
    }

    /**
     * A person decided that an order is to go to the till although it is too old. It is offered at once, and never asked
     * about again.
     */
    public Transfer handOver(Duration askAfter, Instant now) {
        checkTakeable(null, now);
        if (!age.asks(now, askAfter)) throw new TransferRefused("not-too-old", this);
        return pending(episode, 0, null, now, new Age(age.promisedAt(), true));
    }

    /** The till that held it was revoked or replaced by another device. */
    public Transfer release(Instant now) {
        if (state != PosTransfer.CLAIMED) throw new TransferRefused("not-claimed", this);
        return pendingAgain(episode, offers, offerAgainAt, now);
    }

    /** The till that has it reported BOOKED or later: from now on it cannot be returned (move 5). */
    public Transfer asBooked() {
        return new Transfer(
                order, state, fence, till, leaseUntil, offers, offerAgainAt, episode, since, true, owner, age);
    }

    /** With nobody: pending, or claimed under a lease that is over. */
    public boolean free(Instant now) {
        return state == PosTransfer.PENDING || (state == PosTransfer.CLAIMED && !leaseAlive(now));
    }

    public boolean leaseAlive(Instant now) {
        return state == PosTransfer.CLAIMED && leaseUntil != null && now.isBefore(leaseUntil);
    }

    private void checkTakeable(@Nullable Long shownFence, Instant now) {
        if (free(now)) return;
        if (leaseAlive(now)) {
            if (shownFence != null && shownFence == fence) return;
            throw new TransferRefused("being-fetched", this);
        }
        throw new TransferRefused(
                switch (state) {
                    case TRANSFERRED_AUTO -> "already-fetched";
                    case TRANSFERRED_MANUAL -> "already-ticked";
                    default -> "order-withdrawn";
                },
                this);
    }

    private Transfer handedOut(
            UUID byTill, String tillName, long newFence, int newOffers, Instant now, Duration lease) {
        Instant again = newOffers < PATIENCE ? null : now.plus(OFFER_AGAIN.after(newOffers - PATIENCE));
        return new Transfer(
                order,
                PosTransfer.CLAIMED,
                newFence,
                byTill,
                now.plus(lease),
                newOffers,
                again,
                episode,
                newFence == fence ? since : now,
                false,
                tillName,
                age);
    }

    private Transfer pendingAgain(int newEpisode, int keptOffers, @Nullable Instant again, Instant now) {
        return pending(newEpisode, keptOffers, again, now, age);
    }

    private Transfer pending(int newEpisode, int keptOffers, @Nullable Instant again, Instant now, Age newAge) {
        return new Transfer(
                order,
                PosTransfer.PENDING,
                fence + 1,
                null,
                null,
                keptOffers,
                again,
                newEpisode,
                now,
                false,
                null,
                newAge);
    }
}
