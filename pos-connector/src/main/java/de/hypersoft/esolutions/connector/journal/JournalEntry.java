package de.hypersoft.esolutions.connector.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import org.jspecify.annotations.Nullable;

/** One fact in the journal file. Facts that belong together are written as one line, so they survive together. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Identity.class, name = "journal"),
    @JsonSubTypes.Type(value = JournalEntry.Sequence.class, name = "seq"),
    @JsonSubTypes.Type(value = JournalEntry.Row.class, name = "row"),
    @JsonSubTypes.Type(value = JournalEntry.Event.class, name = "event"),
    @JsonSubTypes.Type(value = JournalEntry.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = JournalEntry.Unsent.class, name = "unsent"),
    @JsonSubTypes.Type(value = JournalEntry.Asked.class, name = "task"),
    @JsonSubTypes.Type(value = JournalEntry.TaskTold.class, name = "told"),
    @JsonSubTypes.Type(value = JournalEntry.Halted.class, name = "halt")
})
public sealed interface JournalEntry {

    /** The journal's name from here on; it ends a halt, because a person paired the till anew. */
    record Identity(String id) implements JournalEntry {}

    /** No request has used a number above this one, and none may after a start: it goes on above. */
    record Sequence(long n) implements JournalEntry {}

    /** A row as it is from here on. The order itself is given when it was handed over, and null afterwards. */
    record Row(
            String orderId,
            State state,
            long fence,
            boolean owes,
            String at,
            @Nullable String detail,
            @Nullable JsonNode order)
            implements JournalEntry {
        JournalRow row() {
            return new JournalRow(orderId, state, fence, owes);
        }
    }

    /** A status event to be sent. The key makes the same wish of a person count once. */
    record Event(
            String orderId, StatusEvent event, @Nullable String key) implements JournalEntry {}

    /** The portal has this event; or refused it for good, then with the words. */
    record Sent(String orderId, long seq, @Nullable String refused) implements JournalEntry {}

    /** All events of this order are to be sent again. */
    record Unsent(String orderId) implements JournalEntry {}

    /** A task shown to the people at the till. */
    record Asked(Task task) implements JournalEntry {}

    /** The portal knows that the task was shown. */
    record TaskTold(String id) implements JournalEntry {}

    /** The portal refused this journal; nothing is claimed until a person decided. Older journals do not say when. */
    record Halted(String why, @Nullable String at) implements JournalEntry {}
}
