package de.hypersoft.esolutions.connector.journal;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.StatusEvent.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row with what belongs to it.
 *
 * @param changedAt ISO instant of the last change of the row
 * @param detail the reason of a refusal or the owner who took the order over
 * @param order as handed over; null once the row has ended, since nobody needs it then
 * @param sentUpTo events up to this seq are with the portal
 */
public record StoredRow(
        JournalRow row,
        String changedAt,
        @Nullable String detail,
        @Nullable JsonNode order,
        List<StatusEvent> events,
        long sentUpTo) {

    /** The next event the portal has not got. */
    public Optional<StatusEvent> nextUnsent() {
        return events.stream().filter(event -> event.seq() > sentUpTo).findFirst();
    }

    public Optional<StatusEvent> event(Type type) {
        return events.stream().filter(event -> event.type() == type).findFirst();
    }

    /** Whether nothing is left to do for this row unless the portal or a person says something new. */
    public boolean rests() {
        return JournalRules.due(row) == Step.Action.NOTHING && nextUnsent().isEmpty();
    }

    /** Whether something is left to do or may still be reported: rows of a working day, not of the past. */
    boolean open() {
        boolean finished =
                event(Type.COMPLETED).isPresent() || event(Type.REJECTED).isPresent();
        return !rests() || (row.state() == JournalRow.State.BOOKED && !finished);
    }
}
