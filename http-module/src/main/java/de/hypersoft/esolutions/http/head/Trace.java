package de.hypersoft.esolutions.http.head;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One id for a request and for all that follows from it: its caller's, where that has one (W3C trace context), else a new one.
 * It says nothing of who asks, and is told in each answer.
 */
public final class Trace {

    private static final AttachmentKey<String> ID = AttachmentKey.create(String.class);
    private static final HttpString PARENT = new HttpString("traceparent");
    private static final HttpString RESPONSE = new HttpString("traceresponse");

    /** Version, id, id of the caller's step, flags; a version that we do not know may say more, the first one may not. */
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}" + "-[0-9a-f]{2}(?:(?<!^00.{53})-.*)?");

    private Trace() {}

    /** To be called once, before anybody has asked for the response channel. */
    public static void begin(HttpServerExchange exchange) {
        String id = id(exchange.getRequestHeaders().getFirst(PARENT));
        exchange.putAttachment(ID, id);
        String response = "00-" + id + "-" + step() + "-00";
        exchange.addResponseCommitListener(its -> its.getResponseHeaders().put(RESPONSE, response));
    }

    /** 32 digits, 0 to f; empty where none was begun. */
    public static String of(HttpServerExchange exchange) {
        String id = exchange.getAttachment(ID);
        return id == null ? "" : id;
    }

    static String id(@Nullable String parent) {
        if (parent != null) {
            Matcher known = WELL_FORMED.matcher(parent.strip());
            if (known.matches()) return known.group(1);
        }
        return step() + step();
    }

    /** Need not be hard to guess. */
    private static String step() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
