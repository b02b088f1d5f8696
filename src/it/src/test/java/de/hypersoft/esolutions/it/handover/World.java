package de.hypersoft.esolutions.it.handover;

import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One moment: the order on the server, both tills, and what the model remembers of the past.
 *
 * @param crashes of programs so far
 * @param lost answers so far, those counted too whose request came late
 * @param warned remembered: moves 4 and 5 so far; they cut the history into epochs
 * @param takenIn remembered: the epochs in which a manager ticked or withdrew the order, one bit each
 */
record World(Transfer transfer, TillSide one, TillSide two, int crashes, int lost, int warned, int takenIn) {

    static final UUID ORDER = new UUID(0, 7);
    static final List<UUID> TILLS = List.of(new UUID(0, 1), new UUID(0, 2));
    static final List<String> NAMES = List.of("till 1", "till 2");
    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(1);
    private static final Instant LONG_AGO = NOW.minus(Rules.ASK_AFTER);

    static World start() {
        return new World(Transfer.opened(ORDER, NOW, NOW), TillSide.fresh(), TillSide.fresh(), 0, 0, 0, 0);
    }

    TillSide till(int index) {
        return index == 0 ? one : two;
    }

    World till(int index, TillSide side) {
        return new World(transfer, index == 0 ? side : one, index == 0 ? two : side, crashes, lost, warned, takenIn);
    }

    /** Back-off and the age of a state are time, and time passes freely here; so values that differ in nothing else are one. */
    World transfer(Transfer to) {
        Instant lease = to.leaseUntil() == null ? null : to.leaseAlive(NOW) ? NOW.plus(Rules.LEASE) : BEFORE;
        Transfer same = with(to, to.till(), lease, to.owner(), to.age());
        return new World(same, one, two, crashes, lost, warned, takenIn);
    }

    static Transfer expired(Transfer t) {
        return with(t, t.till(), BEFORE, t.owner(), t.age());
    }

    /** So long past its promised time that a person must be asked. */
    static Transfer old(Transfer t) {
        return with(
                t,
                t.till(),
                t.leaseUntil(),
                t.owner(),
                new Transfer.Age(LONG_AGO, t.age().decided()));
    }

    private static Transfer with(
            Transfer t, @Nullable UUID till, @Nullable Instant lease, @Nullable String owner, Transfer.Age age) {
        return new Transfer(
                t.order(), t.state(), t.fence(), till, lease, 0, null, t.episode(), NOW, t.booked(), owner, age);
    }

    /** Too old, and no person has decided: no till may be handed it. */
    boolean asks() {
        return transfer.age().asks(NOW, Rules.ASK_AFTER);
    }

    World crashed() {
        return new World(transfer, one, two, crashes + 1, lost, warned, takenIn);
    }

    World lostOne() {
        return new World(transfer, one, two, crashes, lost + 1, warned, takenIn);
    }

    World warnedOnce() {
        return new World(transfer, one, two, crashes, lost, warned + 1, takenIn);
    }

    World taken() {
        return new World(transfer, one, two, crashes, lost, warned, takenIn | (1 << warned));
    }

    boolean has(int till, long fence, PosTransfer state) {
        return TILLS.get(till).equals(transfer.till()) && transfer.fence() == fence && transfer.state() == state;
    }

    /** The same with the tills' names exchanged. */
    World mirrored() {
        int held = transfer.till() == null ? -1 : TILLS.indexOf(transfer.till());
        Transfer other = held < 0
                ? transfer
                : with(transfer, TILLS.get(1 - held), transfer.leaseUntil(), NAMES.get(1 - held), transfer.age());
        return new World(other, two, one, crashes, lost, warned, takenIn);
    }

    /** Both tills are alike: of a world and its mirror image one stands for both. */
    boolean standsForMirrorImage() {
        long first = one.key();
        long second = two.key();
        return first != second ? first < second : !TILLS.get(1).equals(transfer.till());
    }

    /** Three numbers, different for different worlds. */
    long[] key() {
        long k = transfer.state().ordinal();
        k = (k << 3) | transfer.fence();
        k = (k << 2) | (transfer.till() == null ? 0 : 1 + TILLS.indexOf(transfer.till()));
        k = (k << 1) | (transfer.leaseAlive(NOW) ? 1 : 0);
        k = (k << 1) | (transfer.booked() ? 1 : 0);
        k = (k << 1) | (transfer.age().decided() ? 1 : 0);
        k = (k << 1) | (transfer.age().promisedAt().isBefore(NOW) ? 1 : 0);
        k = (k << 2) | crashes;
        k = (k << 2) | lost;
        k = (k << 3) | warned;
        k = (k << 6) | takenIn;
        return new long[] {k, one.key(), two.key()};
    }
}
