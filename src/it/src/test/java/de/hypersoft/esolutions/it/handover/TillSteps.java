package de.hypersoft.esolutions.it.handover;

import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.it.handover.Explorer.Sink;
import de.hypersoft.esolutions.it.handover.TillSide.Answer;
import de.hypersoft.esolutions.it.handover.TillSide.Said;
import de.hypersoft.esolutions.it.handover.TillSide.Word;
import de.hypersoft.esolutions.pos.PosTransfer;
import de.hypersoft.esolutions.pos.Transfer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a till can do next: ask, hear an answer, wait in vain, book, pause, report, crash.
 *
 * <p>A call is served in the step that sends it: what it says is fixed by the row, which does not change while the till
 * waits. Its answer is on its way as long as it likes, or is lost. A request that comes late, long after its till gave
 * up or crashed, can move the server only under the fence of now; so it is the step of such a request whose answer
 * nobody hears, possible at any time and counted as a lost answer.
 */
final class TillSteps {

    private final Rules rules;
    private final Steps.Bounds bounds;
    private final Steps steps;

    TillSteps(Rules rules, Steps.Bounds bounds, Steps steps) {
        this.bounds = bounds;
        this.rules = rules;
        this.steps = steps;
    }

    void from(World world, int till, Sink sink) {
        TillSide side = world.till(till);
        String name = World.NAMES.get(till);
        Answer answer = side.answer();
        if (answer == null) {
            idle(world, till, sink);
        } else {
            hears(world, till, sink);
            if (world.lost() < bounds.lost()) {
                Said lost = answer.said();
                sink.step(
                        () -> name + " never hears " + lost,
                        noAnswer(world, till).lostOne());
            }
        }
        if (world.lost() < bounds.lost()) late(world, till, sink);
        if (world.crashes() < bounds.crashes() && (!side.idle() || side.row() != null))
            sink.step(() -> name + " crashes and starts again", crash(world, till));
    }

    private void idle(World world, int till, Sink sink) {
        TillSide side = world.till(till);
        JournalRow row = side.row();
        String name = World.NAMES.get(till);
        if (row != null) {
            due(world, till, row, sink);
            if (row.state() == State.CONFIRMED) {
                TillSide paused = apply(side, new JournalEvent.Interrupted()).word(Word.NONE);
                sink.step(() -> name + " pauses for more than 10 s", world.till(till, paused));
            }
            if (row.state() == State.BOOKED && !row.owes() && !side.told() && !side.revoked())
                sink.step(() -> name + " reports BOOKED under fence " + row.fence(), report(world, till, row));
        }
        if (!side.revoked()) {
            steps.move(
                    world,
                    () -> name + " asks for orders and is handed this one",
                    sink,
                    t -> claimed(t, till),
                    w -> answered(w, till, Said.HERE_IS_THE_ORDER, w.transfer().fence(), w.warned(), w.asks()));
        }
    }

    private void due(World world, int till, JournalRow row, Sink sink) {
        TillSide side = world.till(till);
        String name = World.NAMES.get(till);
        switch (rules.due(row)) {
            case ACKNOWLEDGE -> {
                if (row.state() != State.BOOKED && side.bookings() > 0) {
                    TillSide known = apply(side, new JournalEvent.CoreBooked()).told(false);
                    sink.step(() -> name + " asks its core first: it is booked", world.till(till, known));
                } else {
                    acknowledge(world, till, row, sink);
                }
            }
            case REFUSE -> {
                if (!side.revoked()) refuse(world, till, row, sink);
            }
            case BOOK -> {
                boolean fresh = side.bookings() == 0 || !rules.coreBooksOnce();
                TillSide booked = fresh ? side.booked() : side;
                sink.step(
                        () -> name + " has its core book, fence " + row.fence(),
                        world.till(till, booked.answer(new Answer(Said.BOOKED, row.fence(), 0, false))),
                        harm(side, name));
            }
            default -> {}
        }
    }

    private @Nullable String harm(TillSide side, String name) {
        if (side.unasked()) return "A4: " + name + " books an order that was too old, and nobody had decided";
        return side.word() == Word.NONE && rules.judgesWords()
                ? name + " books on no word of the portal since it got the order, started or paused"
                : null;
    }

    private void acknowledge(World world, int till, JournalRow row, Sink sink) {
        String name = World.NAMES.get(till);
        if (world.lost() < bounds.lost()) {
            TillSide silent = acknowledged(world.till(till), row.fence(), JournalEvent.Answer.UNREACHABLE);
            sink.step(
                    () -> name + " acknowledges fence " + row.fence() + " and cannot reach the portal",
                    world.till(till, silent).lostOne());
        }
        if (world.till(till).revoked()) {
            TillSide unclear = acknowledged(world.till(till), row.fence(), JournalEvent.Answer.UNCLEAR);
            sink.step(() -> name + " acknowledges fence " + row.fence() + ": 401", world.till(till, unclear));
            return;
        }
        UnaryOperator<Transfer> verb = t -> rules.acknowledge(t, World.TILLS.get(till), row.fence(), World.NOW);
        boolean yes = steps.move(
                world,
                () -> name + " acknowledges fence " + row.fence() + ": yes",
                sink,
                verb,
                w -> answered(w, till, Said.CONFIRMED, row.fence()));
        if (!yes) {
            sink.step(
                    () -> name + " acknowledges fence " + row.fence() + ": 409",
                    answered(world, till, Said.TAKEN, row.fence()));
        }
    }

    private void refuse(World world, int till, JournalRow row, Sink sink) {
        String name = World.NAMES.get(till);
        UnaryOperator<Transfer> verb = t -> rules.refuse(t, World.TILLS.get(till), row.fence(), World.NOW);
        UnaryOperator<World> noted = w -> answered(w, till, Said.REFUSAL_NOTED, row.fence());
        boolean yes = steps.move(world, () -> name + " refuses fence " + row.fence(), sink, verb, noted);
        if (!yes) sink.step(() -> name + " refuses fence " + row.fence() + ": 409", noted.apply(world));
    }

    /** Requests of the past, and an answer of the past. */
    private void late(World world, int till, Sink sink) {
        TillSide side = world.till(till);
        JournalRow row = side.row();
        String name = World.NAMES.get(till);
        if (!side.revoked()) {
            steps.move(
                    world,
                    () -> "a late claim of " + name + " arrives, nobody hears the answer",
                    sink,
                    t -> claimed(t, till),
                    World::lostOne);
        }
        if (row == null) return;
        if (!side.revoked()) {
            boolean refusal = row.state() == State.REFUSED;
            boolean sent = refusal || row.state() != State.DISCARDED;
            UUID id = World.TILLS.get(till);
            UnaryOperator<Transfer> verb = refusal
                    ? t -> rules.refuse(t, id, row.fence(), World.NOW)
                    : t -> rules.acknowledge(t, id, row.fence(), World.NOW);
            String what = refusal ? "refusal" : "acknowledgement";
            if (sent) {
                steps.move(
                        world,
                        () -> "a late " + what + " of " + name + " arrives, nobody hears the answer",
                        sink,
                        verb,
                        World::lostOne);
            }
        }
        if (side.earlier()) {
            TillSide heard = acknowledged(side, row.fence() - 1, JournalEvent.Answer.TAKEN);
            sink.step(
                    () -> name + " hears a late 409 about an earlier fence than its " + row.fence(),
                    world.till(till, heard));
        }
    }

    private void hears(World world, int till, Sink sink) {
        TillSide side = world.till(till);
        Answer answer = side.answer();
        if (answer == null) return;
        TillSide idle = side.answer(null);
        String name = World.NAMES.get(till);
        String heard = name + " hears " + answer.said() + " and keeps it in its journal";
        TillSide after =
                switch (answer.said()) {
                    case HERE_IS_THE_ORDER -> offered(idle, answer, new JournalEvent.Offered(answer.fence()));
                    case CONFIRMED -> acknowledged(idle, answer.fence(), JournalEvent.Answer.CONFIRMED);
                    case TAKEN -> acknowledged(idle, answer.fence(), JournalEvent.Answer.TAKEN);
                    case REFUSAL_NOTED -> apply(idle, new JournalEvent.RefusalNoted(answer.fence()));
                    case BOOKED -> apply(idle, new JournalEvent.CoreBooked()).told(false);
                };
        sink.step(() -> heard, world.till(till, after));
        if (answer.said() == Said.HERE_IS_THE_ORDER) {
            TillSide unfit = offered(idle, answer, new JournalEvent.OfferedUnfit(answer.fence()));
            sink.step(() -> heard + ": it cannot take it", world.till(till, unfit));
        }
    }

    boolean waitsForPortal(World world, int till) {
        Answer answer = world.till(till).answer();
        return answer != null && answer.said() != Said.BOOKED;
    }

    /** The till stopped waiting, or the line broke. */
    World noAnswer(World world, int till) {
        TillSide side = world.till(till);
        Answer answer = side.answer();
        if (answer == null) throw new IllegalStateException("waits for nothing: " + side);
        boolean acknowledgement = answer.said() == Said.CONFIRMED || answer.said() == Said.TAKEN;
        TillSide idle = side.answer(null);
        return world.till(
                till, acknowledgement ? acknowledged(idle, answer.fence(), JournalEvent.Answer.UNREACHABLE) : idle);
    }

    private World crash(World world, int till) {
        TillSide side = world.till(till).answer(null).word(Word.NONE);
        JournalRow row = side.row();
        return world.crashed().till(till, side.row(row == null ? null : rules.restarted(row)));
    }

    private Transfer claimed(Transfer transfer, int till) {
        return rules.claim(transfer, World.TILLS.get(till), World.NAMES.get(till), World.NOW);
    }

    private static World answered(World world, int till, Said said, long fence) {
        return answered(world, till, said, fence, 0, false);
    }

    private static World answered(World world, int till, Said said, long fence, int epoch, boolean unasked) {
        return world.till(till, world.till(till).answer(new Answer(said, fence, epoch, unasked)));
    }

    private TillSide offered(TillSide side, Answer answer, JournalEvent event) {
        JournalRow before = side.row();
        TillSide after = apply(side, event);
        if (before == null) return after.handedOut(answer.epoch(), answer.unasked(), false);
        return before.fence() < answer.fence() ? after.handedOut(answer.epoch(), answer.unasked(), true) : after;
    }

    private TillSide acknowledged(TillSide side, long fence, JournalEvent.Answer answer) {
        JournalRow row = side.row();
        TillSide after = apply(side, new JournalEvent.Answered(fence, answer));
        if (row == null || row.fence() != fence) return after;
        return switch (answer) {
            case CONFIRMED -> (row.state() == State.BOOKED ? after.told(false) : after).word(Word.CONFIRMED);
            case UNREACHABLE -> after.word(Word.SILENCE);
            default -> after;
        };
    }

    private TillSide apply(TillSide side, JournalEvent event) {
        return rules.apply(Optional.ofNullable(side.row()), event)
                .map(step -> side.row(step.row()))
                .orElse(side);
    }

    /** As {@code pos.ReportEvents} does it. */
    private World report(World world, int till, JournalRow row) {
        if (world.has(till, row.fence(), PosTransfer.CLAIMED))
            return world.till(till, apply(world.till(till), new JournalEvent.AcknowledgementMissed()));
        World told = world.till(till, world.till(till).told(true));
        return world.has(till, row.fence(), PosTransfer.TRANSFERRED_AUTO)
                ? told.transfer(told.transfer().asBooked())
                : told;
    }
}
