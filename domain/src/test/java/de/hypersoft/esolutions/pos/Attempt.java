package de.hypersoft.esolutions.pos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tries, and which of all states let him; all others must refuse.
 *
 * @param allowed names of {@link #states}
 */
public record Attempt(String name, TransferMove.Move move, UnaryOperator<Transfer> verb, Set<String> allowed) {

    public static final Instant NOW = Instant.parse("2026-11-22T18:03:00Z");
    public static final Instant EARLIER = NOW.minusSeconds(120);
    public static final Duration LEASE = Duration.ofSeconds(60);
    public static final Duration ASK = Duration.ofMinutes(60);
    public static final UUID TILL_1 = UUID.randomUUID();
    public static final UUID TILL_2 = UUID.randomUUID();

    public static final Transfer.Age FRESH = new Transfer.Age(EARLIER, false);
    public static final Transfer.Age OLD = new Transfer.Age(NOW.minus(ASK), false);

    public static Map<String, Transfer> states() {
        Map<String, Transfer> states = new LinkedHashMap<>();
        states.put("PENDING", pending());
        states.put("CLAIMED", claimed(NOW.plusSeconds(30)));
        states.put("CLAIMED, lease over", claimed(NOW));
        states.put("TRANSFERRED_AUTO", fetched(false));
        states.put("TRANSFERRED_AUTO, booked", fetched(true));
        states.put("TRANSFERRED_MANUAL", with(PosTransfer.TRANSFERRED_MANUAL, null, null, 0, false, "Ann"));
        states.put("PENDING, too old", old(pending()));
        states.put("CLAIMED, lease over, too old", old(claimed(NOW)));
        states.put("WITHDRAWN", with(PosTransfer.WITHDRAWN, null, null, 0, false, "Ann"));
        return states;
    }

    public static Transfer pending() {
        return with(PosTransfer.PENDING, null, null, 0, false, null);
    }

    public static Transfer claimed(Instant leaseUntil) {
        return with(PosTransfer.CLAIMED, TILL_1, leaseUntil, 1, false, "Kasse 1");
    }

    public static Transfer fetched(boolean booked) {
        return with(PosTransfer.TRANSFERRED_AUTO, TILL_1, null, 0, booked, "Kasse 1");
    }

    public static Transfer old(Transfer t) {
        return aged(t, OLD);
    }

    private static Transfer aged(Transfer t, Transfer.Age age) {
        return new Transfer(
                t.order(),
                t.state(),
                t.fence(),
                t.till(),
                t.leaseUntil(),
                t.offers(),
                t.offerAgainAt(),
                t.episode(),
                t.since(),
                t.booked(),
                t.owner(),
                age);
    }

    public static Transfer with(
            PosTransfer state,
            @Nullable UUID till,
            @Nullable Instant leaseUntil,
            int offers,
            boolean booked,
            @Nullable String owner) {
        return new Transfer(
                UUID.randomUUID(), state, 7, till, leaseUntil, offers, null, 2, EARLIER, booked, owner, FRESH);
    }

    public static Transfer copy(Transfer t) {
        return aged(with(t.state(), t.till(), t.leaseUntil(), t.offers(), t.booked(), t.owner()), t.age());
    }

    public static List<Attempt> all() {
        Set<String> claimable = Set.of("PENDING", "CLAIMED, lease over");
        Set<String> tooOld = Set.of("PENDING, too old", "CLAIMED, lease over, too old");
        Set<String> free = union(claimable, tooOld);
        Set<String> live = union(free, Set.of("CLAIMED"));
        Set<String> renewed = Set.of("CLAIMED", "CLAIMED, lease over");
        Set<String> held = union(renewed, Set.of("CLAIMED, lease over, too old"));
        Set<String> his = union(held, Set.of("TRANSFERRED_AUTO", "TRANSFERRED_AUTO, booked"));
        Set<String> none = Set.of();
        List<Attempt> all = new ArrayList<>();
        all.add(new Attempt(
                "claim by another till",
                TransferMove.Move.CLAIM,
                t -> t.claim(TILL_2, "Kasse 2", NOW, LEASE, ASK),
                claimable));
        all.add(new Attempt("acknowledge", TransferMove.Move.ACKNOWLEDGE, t -> t.acknowledge(TILL_1, 7, NOW), his));
        all.add(new Attempt(
                "acknowledge an older fence", TransferMove.Move.ACKNOWLEDGE, t -> t.acknowledge(TILL_1, 6, NOW), none));
        all.add(new Attempt(
                "acknowledge another till's", TransferMove.Move.ACKNOWLEDGE, t -> t.acknowledge(TILL_2, 7, NOW), none));
        all.add(new Attempt("tick", TransferMove.Move.TICK, t -> t.tick("Bob", null, NOW), free));
        all.add(new Attempt("take over", TransferMove.Move.TAKE_OVER, t -> t.tick("Bob", 7L, NOW), live));
        all.add(new Attempt("take over, old page", TransferMove.Move.TAKE_OVER, t -> t.tick("Bob", 6L, NOW), free));
        all.add(new Attempt("untick", TransferMove.Move.UNTICK, t -> t.untick(NOW), Set.of("TRANSFERRED_MANUAL")));
        all.add(new Attempt("return", TransferMove.Move.RETURN, t -> t.giveBack(NOW), Set.of("TRANSFERRED_AUTO")));
        all.add(new Attempt("withdraw", TransferMove.Move.WITHDRAW, t -> t.withdraw("Bob", null, NOW), free));
        all.add(new Attempt("withdraw, confirmed", TransferMove.Move.WITHDRAW, t -> t.withdraw("Bob", 7L, NOW), live));
        all.add(new Attempt("refuse", TransferMove.Move.REFUSE, t -> t.refuse(TILL_1, 7, NOW), held));
        all.add(new Attempt("refuse an older fence", TransferMove.Move.REFUSE, t -> t.refuse(TILL_1, 6, NOW), none));
        all.add(new Attempt("hand over", TransferMove.Move.HAND_OVER, t -> t.handOver(ASK, NOW), tooOld));
        all.add(new Attempt("release", TransferMove.Move.RELEASE, t -> t.release(NOW), held));
        // a pending order gets a new fence, the till's own claim is renewed under the same one
        all.add(new Attempt("claim again", TransferMove.Move.CLAIM, Attempt::claimedAgain, renewed));
        return all;
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    public static Transfer claimedAgain(Transfer t) {
        if (t.state() == PosTransfer.PENDING) throw new TransferRefused("not-claimed", t);
        return t.claim(TILL_1, "Kasse 1", NOW, LEASE, ASK);
    }
}
