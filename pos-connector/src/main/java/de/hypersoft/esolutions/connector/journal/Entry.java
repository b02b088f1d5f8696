package de.hypersoft.esolutions.connector.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import org.jspecify.annotations.Nullable;

/** One fact in the journal file. Facts that belong together are written as one line, so they survive together. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Identity.class, name = "journal"),
    @JsonSubTypes.Type(value = Entry.Sequence.class, name = "seq"),
    @JsonSubTypes.Type(value = Entry.Row.class, name = "row"),
    @JsonSubTypes.Type(value = Entry.Event.class, name = "event"),
    @JsonSubTypes.Type(value = Entry.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Entry.Unsent.class, name = "unsent"),
    @JsonSubTypes.Type(value = Entry.Asked.class, name = "task"),
    @JsonSubTypes.Type(value = Entry.TaskTold.class, name = "told"),
    @JsonSubTypes.Type(value = Entry.Halted.class, name = "halt")
})
public sealed interface Entry {

    /** The journal's name from here on; it ends a halt, because a person paired the till anew. */
    record Identity(String id) implements Entry {}

    /** No request has used a number above this one, and none may after a start: it goes on above. */
    record Sequence(long n) implements Entry {}

    /** A row as it is from here on. The order itself is given when it was handed over, and null afterwards. */
    record Row(
            String orderId,
            State state,
            long fence,
            boolean owes,
            String at,
            @Nullable String detail,
            @Nullable JsonNode order)
            implements Entry {
        JournalRow row() {
            return new JournalRow(orderId, state, fence, owes);
        }
    }

    /** A status event to be sent. The key makes the same wish of a person count once. */
    record Event(
            String orderId, StatusEvent event, @Nullable String key) implements Entry {}

    /** The portal has this event; or refused it for good, then with the words. */
    record Sent(String orderId, long seq, @Nullable String refused) implements Entry {}

    /** All events of this order are to be sent again. */
    record Unsent(String orderId) implements Entry {}

    /** A task shown to the people at the till. */
    record Asked(Task task) implements Entry {}

    /** The portal knows that the task was shown. */
    record TaskTold(String id) implements Entry {}

    /** The portal refused this journal; nothing is claimed until a person decided. Older journals do not say when. */
    record Halted(String why, @Nullable String at) implements Entry {}
}
