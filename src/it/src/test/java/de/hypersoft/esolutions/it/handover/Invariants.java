package de.hypersoft.esolutions.it.handover;

import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import de.hypersoft.esolutions.pos.TransferRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * I1, I2, I3 and I7 of handover.md, and A4, judged over the history: the warned moves (untick, return) cut it into epochs, and
 * in one epoch the order may get into the hands of one till or of a manager, never of two.
 */
final class Invariants {

    private final Rules rules;

    Invariants(Rules rules) {
        this.rules = rules;
    }

    /** @return the rule that is broken, null when all hold */
    @Nullable
    String broken(World world) {
        for (int till = 0; till < 2; till++) {
            TillSide side = world.till(till);
            String name = World.NAMES.get(till);
            if ((side.bookedIn() & world.takenIn()) != 0)
                return "I1: booked by " + name + " and taken by a manager, without a warned move between";
            if (side.bookings() > 1) return "I3: " + name + " booked the order twice";
            String lost = lost(world, till, name);
            if (lost != null) return lost;
        }
        if ((world.one().bookedIn() & world.two().bookedIn()) != 0)
            return "I7: booked by both tills, without a return between";
        return null;
    }

    /** Whether the order was booked or taken more than once at all. */
    static boolean doubled(World world) {
        int hands = (world.one().bookings() > 0 ? 1 : 0) + (world.two().bookings() > 0 ? 1 : 0);
        return hands > 1 || (hands == 1 && world.takenIn() != 0);
    }

    /** I2: what the server says must be true, and there must be a way on. */
    private @Nullable String lost(World world, int till, String name) {
        Transfer transfer = world.transfer();
        TillSide side = world.till(till);
        boolean his = World.TILLS.get(till).equals(transfer.till());
        return switch (transfer.state()) {
            case PENDING ->
                side.revoked() || claimable(transfer, till) ? null : "I2: pending, and " + name + " cannot claim it";
            case CLAIMED -> {
                if (!side.revoked() && !claimable(World.expired(transfer), till))
                    yield "I2: the lease is over, and " + name + " cannot claim it";
                yield !his || side.revoked() || wakes(side.row(), transfer.fence())
                        ? null
                        : "I2: " + name + " gets the order offered again and again and does nothing with it";
            }
            case TRANSFERRED_AUTO -> {
                if (!his) yield null;
                if (!keeps(side.row(), transfer.fence()))
                    yield "I2: the server believes the order with " + name + ", whose journal has nothing to book";
                yield atRest(side) && side.bookings() == 0 && !side.revoked()
                        ? "I2: " + name + " has the order, rests, and never booked it"
                        : null;
            }
            default -> null;
        };
    }

    /** Or, when it is too old, a person can still say that it goes to the till. */
    private boolean claimable(Transfer transfer, int till) {
        try {
            boolean asks = transfer.age().asks(World.NOW, Rules.ASK_AFTER);
            Transfer offered = asks ? rules.handOver(transfer, World.NOW) : transfer;
            Transfer claimed = rules.claim(offered, World.TILLS.get(till), World.NAMES.get(till), World.NOW);
            return claimed.state() == PosTransfer.CLAIMED
                    && World.TILLS.get(till).equals(claimed.till());
        } catch (TransferRefused refused) {
            return false;
        }
    }

    /** Whether the offer that comes again makes the till do something. */
    private boolean wakes(@Nullable JournalRow row, long fence) {
        return rules.apply(Optional.ofNullable(row), new JournalEvent.Offered(fence))
                .map(step -> rules.due(step.row()) != Action.NOTHING)
                .orElse(false);
    }

    private static boolean keeps(@Nullable JournalRow row, long fence) {
        return row != null
                && row.fence() == fence
                && (row.state() == State.RECEIVED || row.state() == State.CONFIRMED || row.state() == State.BOOKED);
    }

    private boolean atRest(TillSide side) {
        JournalRow row = side.row();
        return side.idle() && row != null && rules.due(row) == Action.NOTHING;
    }
}
