package de.hypersoft.esolutions.http.error;

import de.hypersoft.esolutions.http.head.Trace;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Fills an answer that has a status and nothing else: the server's own words would say what it is, and to nobody. */
public final class ErrorAnswer {

    private ErrorAnswer() {}

    /** @return false when there is nothing to add */
    public static boolean fill(HttpServerExchange exchange) {
        if (exchange.isResponseStarted() || exchange.getStatusCode() < 400 || !exchange.isResponseChannelAvailable())
            return false;
        ErrorText text = ErrorText.of(
                        exchange.getStatusCode(),
                        exchange.getRequestPath(),
                        exchange.getRequestHeaders().getFirst(Headers.ACCEPT),
                        exchange.getRequestHeaders().getFirst(Headers.ACCEPT_LANGUAGE),
                        ErrorText.back(
                                exchange.getRequestHeaders().getFirst(Headers.REFERER),
                                exchange.getRequestHeaders().getFirst(Headers.HOST)))
                .traced(Trace.of(exchange));
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, text.type())
                .put(Headers.CONTENT_LENGTH, bytes.length)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Protection.POLICY, ErrorText.POLICY)
                .put(Protection.SNIFF, "nosniff");
        if (exchange.getRequestMethod().equals(Methods.HEAD)) return false;
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
        return true;
    }
}
