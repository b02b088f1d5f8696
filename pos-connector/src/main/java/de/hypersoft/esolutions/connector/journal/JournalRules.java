package de.hypersoft.esolutions.connector.journal;

import de.hypersoft.esolutions.connector.journal.JournalEvent.AcknowledgementMissed;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answered;
import de.hypersoft.esolutions.connector.journal.JournalEvent.CoreBooked;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Interrupted;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Offered;
import de.hypersoft.esolutions.connector.journal.JournalEvent.OfferedUnfit;
import de.hypersoft.esolutions.connector.journal.JournalEvent.RefusalNoted;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import java.util.Optional;

/**
 * The heart of the till's side: (row, event) → (row, action), pure and total.
 *
 * <p>The life of a row. An order is offered and becomes RECEIVED; it is acknowledged. Only when the portal answered yes
 * for exactly the row's fence does it become CONFIRMED, and only then may the till core book it. When the till core
 * said so, it is BOOKED, for good.
 *
 * <p>Why it is safe. (1) The only way into BOOK is a CONFIRMED row that owes nothing, and the only ways there are a yes
 * for the row's own fence, or silence of the portal after an earlier yes. (2) {@link #due} reads nothing but the row, so
 * after a crash the row on disk says all there is to do; a start only makes every CONFIRMED row owe its acknowledgement
 * again, because while the program was away the order may have been returned and ticked. (3) A BOOKED row has no way
 * out; offered again, it is acknowledged and reported, never booked (T28). (4) An answer to an older fence than the
 * row's moves nothing. (5) A row is REFUSED only in the step that offers it under a new fence, hence never after an
 * acknowledgement under that fence: a refusal can not lose an order the portal believes to be here.
 */
public final class JournalRules {

    private JournalRules() {}

    /** Moves a row that exists, or begins one; for an order without a row only an offer means anything. */
    public static Optional<Step> apply(String orderId, Optional<JournalRow> row, JournalEvent event) {
        return row.map(known -> Optional.of(apply(known, event))).orElseGet(() -> first(orderId, event));
    }

    /** Moves a row. Total: every event has an answer in every state. */
    public static Step apply(JournalRow row, JournalEvent event) {
        if (event instanceof Offered offered) return offered(row, offered.fence(), State.RECEIVED);
        if (event instanceof OfferedUnfit offered) return offered(row, offered.fence(), State.REFUSED);
        if (event instanceof Answered answered) return answered(row, answered);
        if (event instanceof RefusalNoted noted) {
            boolean ours = row.state() == State.REFUSED && row.fence() <= noted.fence();
            return step(ours ? row.owing(false) : row);
        }
        if (event instanceof CoreBooked) return booked(row);
        if (event instanceof AcknowledgementMissed) return step(row.state() == State.BOOKED ? row.owing(true) : row);
        if (event instanceof Interrupted) return step(restarted(row));
        throw new IllegalArgumentException("no rule for " + event);
    }

    /** What the row asks for, read from nothing but the row. A BOOKED row that owes nothing rests: its events have a queue of their own. */
    public static Action due(JournalRow row) {
        return switch (row.state()) {
            case RECEIVED -> Action.ACKNOWLEDGE;
            case CONFIRMED -> row.owes() ? Action.ACKNOWLEDGE : Action.BOOK;
            case BOOKED -> row.owes() ? Action.ACKNOWLEDGE : Action.NOTHING;
            case REFUSED -> row.owes() ? Action.REFUSE : Action.NOTHING;
            case DISCARDED -> Action.NOTHING;
        };
    }

    /** The row as it is after a start: a confirmation older than the program is asked for again. */
    public static JournalRow restarted(JournalRow row) {
        return row.state() == State.CONFIRMED ? row.owing(true) : row;
    }

    private static Optional<Step> first(String orderId, JournalEvent event) {
        if (event instanceof Offered offered)
            return Optional.of(step(new JournalRow(orderId, State.RECEIVED, offered.fence(), true)));
        if (event instanceof OfferedUnfit offered)
            return Optional.of(step(new JournalRow(orderId, State.REFUSED, offered.fence(), true)));
        return Optional.empty();
    }

    private static Step offered(JournalRow row, long fence, State fresh) {
        if (fence < row.fence()) return step(row);
        if (row.state() == State.BOOKED) return step(row.at(fence).owing(true));
        if (fence > row.fence()) return step(row.at(fence).to(fresh, true));
        // the same fence again: the portal has not heard our word, except for DISCARDED, where it had the last one
        return step(row.state() == State.DISCARDED ? row : row.owing(true));
    }

    private static Step answered(JournalRow row, Answered answered) {
        return switch (answered.answer()) {
            case CONFIRMED -> confirmed(row, answered.fence());
            case TAKEN -> taken(row, answered.fence());
            case UNREACHABLE -> unreachable(row, answered.fence());
            case UNCLEAR -> new Step(row, Action.TELL_PERSON);
            case ROLLED_BACK -> new Step(row, Action.HALT);
        };
    }

    private static Step confirmed(JournalRow row, long fence) {
        if (fence != row.fence()) return step(row);
        return switch (row.state()) {
            case RECEIVED, CONFIRMED -> step(row.to(State.CONFIRMED, false));
            case BOOKED -> new Step(row.owing(false), Action.REPORT);
            case DISCARDED, REFUSED -> step(row);
        };
    }

    private static Step taken(JournalRow row, long fence) {
        if (row.fence() > fence) return step(row);
        return switch (row.state()) {
            case RECEIVED, CONFIRMED -> step(row.to(State.DISCARDED, false));
            // booked here and taken elsewhere: the events tell the portal, which raises "may be doubled"
            case BOOKED -> new Step(row.owing(false), Action.REPORT);
            case DISCARDED, REFUSED -> step(row);
        };
    }

    private static Step unreachable(JournalRow row, long fence) {
        boolean confirmedBefore = row.state() == State.CONFIRMED && fence == row.fence();
        return confirmedBefore ? step(row.owing(false)) : step(row);
    }

    private static Step booked(JournalRow row) {
        return switch (row.state()) {
            case CONFIRMED, DISCARDED -> new Step(row.to(State.BOOKED, false), Action.REPORT);
            // the till core knew the order before the portal offered it anew: say both
            case RECEIVED, REFUSED -> step(row.to(State.BOOKED, true));
            case BOOKED -> new Step(row, row.owes() ? Action.ACKNOWLEDGE : Action.REPORT);
        };
    }

    private static Step step(JournalRow row) {
        return new Step(row, due(row));
    }
}
