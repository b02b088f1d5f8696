package de.hypersoft.esolutions.connector.portal;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.JournalEvent.Answer;
import de.hypersoft.esolutions.connector.wire.Reply;

/**
 * The portal's answer about one acknowledged order, read strictly: only TRANSFERRED_AUTO without a code is a yes, only a
 * code with the state of the order is a no; anything else is unclear and changes nothing.
 *
 * @param words the owner or the answer, for a log line and for a person
 */
public record Verdict(Answer answer, String words) {

    private static final String ROLLED_BACK = "journal-rolled-back";

    /** @param alone whether the request carried only this item, so that its status speaks about it */
    public static Verdict about(String orderId, Reply reply, boolean alone) {
        if (!reply.reached()) return new Verdict(Answer.UNREACHABLE, reply.words());
        if (rolledBack(reply)) return new Verdict(Answer.ROLLED_BACK, reply.words());
        if (reply.status() == 409 && alone) return item(reply.body(), reply);
        return reply.status() == 200
                ? item(find(orderId, reply.body()), reply)
                : new Verdict(Answer.UNCLEAR, reply.words());
    }

    /** Whether the portal refused the journal as a whole. */
    public static boolean rolledBack(Reply reply) {
        return reply.status() == 409 && reply.code().equals(ROLLED_BACK);
    }

    private static Verdict item(JsonNode item, Reply reply) {
        String code = item.path("code").asText("");
        String state = item.isTextual() ? item.asText() : item.path("state").asText("");
        if (code.equals(ROLLED_BACK)) return new Verdict(Answer.ROLLED_BACK, code);
        if (code.isEmpty() && state.equals("TRANSFERRED_AUTO") && reply.ok())
            return new Verdict(Answer.CONFIRMED, state);
        if (code.equals("order-taken-over") || code.equals("order-withdrawn"))
            return new Verdict(Answer.TAKEN, (state + " " + owner(item)).strip());
        return new Verdict(
                Answer.UNCLEAR, item.isMissingNode() ? reply.words() + " without the order" : item.toString());
    }

    private static String owner(JsonNode item) {
        JsonNode owner = item.path("owner");
        return owner.isTextual() ? owner.asText() : owner.isObject() ? owner.toString() : "";
    }

    private static JsonNode find(String orderId, JsonNode body) {
        JsonNode items = body.isArray() ? body : body.path("items");
        for (JsonNode item : items) {
            if (item.path("orderId").asText().equals(orderId)) return item;
        }
        return items.path(orderId);
    }
}
