package de.hypersoft.esolutions.web.observe;

import de.hypersoft.esolutions.http.head.Trace;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the layers of a web module say of the request at hand, for when it is over. */
public final class RequestFacts {

    private static final AttachmentKey<String> ROUTE = AttachmentKey.create(String.class);
    private static final AttachmentKey<String> CODE = AttachmentKey.create(String.class);

    private static final AttachmentKey<Long> WAITS = AttachmentKey.create(Long.class);

    private RequestFacts() {}

    /** @param template of its address, with {@code {}} for what differs */
    public static void route(String template) {
        put(ROUTE, template);
    }

    /** Nothing outside of a request, and none where another thread answers one that waited. */
    public static void refused(String code) {
        put(CODE, code);
    }

    /** All that could be done is done, and from now on the request waits for something to happen. */
    public static void waits() {
        @Nullable ServletRequestContext request = ServletRequestContext.current();
        if (request != null && request.getExchange().getAttachment(WAITS) == null)
            request.getExchange().putAttachment(WAITS, System.nanoTime());
    }

    /** The id of the request at hand; none outside of one, and where another thread answers one that waited. */
    public static Optional<String> trace() {
        @Nullable ServletRequestContext request = ServletRequestContext.current();
        return request == null
                ? Optional.empty()
                : Optional.of(Trace.of(request.getExchange())).filter(trace -> !trace.isEmpty());
    }

    static Optional<String> route(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getAttachment(ROUTE));
    }

    /** By the machine's own time; empty where it was answered as soon as could be. */
    static OptionalLong waitsSince(HttpServerExchange exchange) {
        @Nullable Long since = exchange.getAttachment(WAITS);
        return since == null ? OptionalLong.empty() : OptionalLong.of(since);
    }

    static Optional<String> code(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getAttachment(CODE));
    }

    private static void put(AttachmentKey<String> key, String value) {
        @Nullable ServletRequestContext request = ServletRequestContext.current();
        if (request != null) request.getExchange().putAttachment(key, value);
    }
}
