package de.hypersoft.esolutions.it.handover;

import de.hypersoft.esolutions.it.handover.Explorer.Sink;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.TransferRefused;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can happen next that no till does: the manager acts, the lease runs out, the order grows too old, the server
 * crashes.
 *
 * <p>Each move of the server is one step, because it is one conditional UPDATE. The manager's page is not remembered: a
 * page that shows the fence of now is one he just opened, and every older one is tried too.
 */
final class Steps {

    /** How far histories are followed: the epochs of the order, crashes and lost answers in each. */
    record Bounds(int fence, int crashes, int lost) {
        /** Enough to reach each exception. */
        static final Bounds SHORT = new Bounds(3, 2, 2);

        static final Bounds LONG = new Bounds(4, 2, 2);
    }

    private final Rules rules;
    private final Bounds bounds;
    private final TillSteps tills;

    Steps(Rules rules, Bounds bounds) {
        this.bounds = bounds;
        this.rules = rules;
        this.tills = new TillSteps(rules, bounds, this);
    }

    void from(World world, Sink sink) {
        for (int till = 0; till < 2; till++) tills.from(world, till, sink);
        if (world.transfer().leaseAlive(World.NOW))
            move(world, () -> "the lease runs out", sink, t -> rules.leaseOver(World.expired(t)), w -> w);
        if (waits(world) && !world.transfer().age().promisedAt().isBefore(World.NOW))
            sink.step(() -> "the order grows too old", world.transfer(World.old(world.transfer())));
        if (world.crashes() < bounds.crashes() && (tills.waitsForPortal(world, 0) || tills.waitsForPortal(world, 1))) {
            World next = world;
            for (int till = 0; till < 2; till++)
                if (tills.waitsForPortal(next, till)) next = tills.noAnswer(next, till);
            sink.step(() -> "the server crashes; the answers on their way are gone", next.crashed());
        }
        manager(world, sink);
    }

    private void manager(World world, Sink sink) {
        move(world, () -> "the manager ticks", sink, t -> rules.tick(t, null, World.NOW), World::taken);
        move(world, () -> "the manager withdraws", sink, t -> rules.withdraw(t, null, World.NOW), World::taken);
        for (long fence = 0; fence <= world.transfer().fence(); fence++) {
            long shown = fence;
            String page = " from a page that shows fence " + shown;
            move(
                    world,
                    () -> "the manager takes over" + page,
                    sink,
                    t -> rules.tick(t, shown, World.NOW),
                    World::taken);
            move(
                    world,
                    () -> "the manager withdraws" + page,
                    sink,
                    t -> rules.withdraw(t, shown, World.NOW),
                    World::taken);
        }
        move(world, () -> "the manager unticks (warned)", sink, t -> rules.untick(t, World.NOW), World::warnedOnce);
        move(world, () -> "the manager returns (warned)", sink, t -> rules.giveBack(t, World.NOW), World::warnedOnce);
        move(world, () -> "the manager sends it to the till although it is too old", sink, this::handOver, w -> w);
        for (int till = 0; till < 2; till++) revoke(world, till, sink);
    }

    private Transfer handOver(Transfer transfer) {
        return rules.handOver(transfer, World.NOW);
    }

    /** While somebody has it, its age matters to nobody; it is looked at again when it waits again. */
    private static boolean waits(World world) {
        PosTransfer state = world.transfer().state();
        return state == PosTransfer.PENDING || state == PosTransfer.CLAIMED;
    }

    private void revoke(World world, int till, Sink sink) {
        if (world.one().revoked() || world.two().revoked()) return;
        World revoked = world.till(till, world.till(till).revoke());
        String name = World.NAMES.get(till);
        boolean holds = world.transfer().state() == PosTransfer.CLAIMED
                && World.TILLS.get(till).equals(world.transfer().till());
        UnaryOperator<Transfer> released = holds ? t -> rules.release(t, World.NOW) : t -> t;
        move(revoked, () -> name + " is revoked", sink, released, w -> w);
    }

    /**
     * A step of the server, if its rules and the bounds of the model allow it.
     *
     * @return whether the rules allow it
     */
    boolean move(
            World world,
            Supplier<String> label,
            Sink sink,
            UnaryOperator<Transfer> verb,
            UnaryOperator<World> remember) {
        Transfer after;
        try {
            after = verb.apply(world.transfer());
        } catch (TransferRefused refused) {
            return false;
        }
        if (after.fence() <= bounds.fence()) {
            World next = remember.apply(world.transfer(after));
            sink.step(label, next, fencing(world.transfer(), next.transfer()));
        }
        return true;
    }

    /** Every move except acknowledge raises the fence: so nobody ever has the order under another one's fence. */
    private static @Nullable String fencing(Transfer from, Transfer to) {
        if (to.fence() < from.fence()) return "the fence fell from " + from.fence() + " to " + to.fence();
        boolean sameHands = Objects.equals(from.till(), to.till()) && Objects.equals(from.owner(), to.owner());
        boolean confirmed = from.state() == PosTransfer.CLAIMED && to.state() == PosTransfer.TRANSFERRED_AUTO;
        boolean same = sameHands && (from.state() == to.state() || confirmed);
        return same || to.fence() > from.fence()
                ? null
                : "fence " + to.fence() + " has two owners: " + from.state() + " and " + to.state();
    }
}
