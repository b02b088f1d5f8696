package de.hypersoft.esolutions.http.head;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Heads of requests that are in order as far as the protocol goes, and at which the server behind would stumble. */
public final class OddHeads {

    private static final char LAST_OF_ASCII = 127;

    private OddHeads() {}

    /**
     * Takes out the cookies with letters beyond ASCII. None is ours: a customer's own site sets them for all hosts of
     * its domain, browsers send them in UTF-8, and one such value made the server fail at any page.
     */
    public static void withoutForeignCookies(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        HeaderValues sent = headers.get(Headers.COOKIE);
        if (sent == null || sent.stream().allMatch(OddHeads::isAscii)) return;
        List<String> kept = sent.stream()
                .map(line ->
                        Arrays.stream(line.split(";")).filter(OddHeads::isAscii).collect(Collectors.joining(";")))
                .filter(line -> !line.isBlank())
                .toList();
        headers.remove(Headers.COOKIE);
        if (!kept.isEmpty()) headers.putAll(Headers.COOKIE, kept);
    }

    /** Whether it asks for something of this server, and not to be connected to another one (RFC 9112, 3.2.3). */
    public static boolean asksHere(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        return path.isEmpty() || path.startsWith("/") || path.equals("*");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter <= LAST_OF_ASCII);
    }
}
