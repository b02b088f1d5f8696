package de.hypersoft.esolutions.http.error;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers what to refuse, on answers that do not say it themselves: redirects, refusals and plain text, of
 * whichever part of the server. Scripts, styles and pictures get no policy, since a worker would live under it.
 */
public final class Protection {

    static final HttpString POLICY = new HttpString("Content-Security-Policy");
    static final HttpString SNIFF = new HttpString("X-Content-Type-Options");

    private static final Set<String> NO_PAGES =
            Set.of("text/plain", "application/json", "application/problem+json", "application/yaml");

    private Protection() {}

    /** To be called before anybody has asked for the response channel. */
    public static void of(HttpServerExchange exchange) {
        exchange.addResponseCommitListener(Protection::fill);
    }

    private static void fill(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        if (!headers.contains(SNIFF)) headers.put(SNIFF, "nosniff");
        if (!headers.contains(POLICY) && isNoPage(exchange.getStatusCode(), headers.getFirst(Headers.CONTENT_TYPE)))
            headers.put(POLICY, ErrorText.POLICY);
    }

    /** What a 304 says would hold for the page that the browser has. */
    private static boolean isNoPage(int status, @Nullable String type) {
        if (status == 304) return false;
        return status >= 300
                || type != null
                        && NO_PAGES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
