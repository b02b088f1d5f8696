package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the portal what is sold out, on sale again, or counted. */
public record AvailabilityCommand(Portal portal, PrintStream out) {

    record Counter(String articleId, long remaining) {}

    record Change(List<Map<String, @Nullable Object>> blocks, List<String> unblocks, List<Counter> counters) {}

    /** @param until null until somebody unblocks it */
    public boolean block(String articleId, @Nullable Instant until) {
        Map<String, @Nullable Object> block = new LinkedHashMap<>();
        block.put("articleId", articleId);
        block.put("until", until == null ? null : until.toString());
        return send(new Change(List.of(block), List.of(), List.of()), "blocked " + articleId);
    }

    public boolean unblock(String articleId) {
        return send(new Change(List.of(), List.of(articleId), List.of()), "unblocked " + articleId);
    }

    /** @param remaining how many can still be sold */
    public boolean count(String articleId, long remaining) {
        Change change = new Change(List.of(), List.of(), List.of(new Counter(articleId, remaining)));
        return send(change, "counted " + articleId + " = " + remaining);
    }

    private boolean send(Change change, String what) {
        Reply reply = portal.availability(change);
        out.println(reply.ok() ? what : "not " + what + ": " + reply.words());
        return reply.ok();
    }
}
