package de.hypersoft.esolutions.shop.kept;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what is answered to a request for something of the shop, beside the state of the shop: two that are
 * equal are answered the same. Read as it was sent, so that nothing need be understood.
 *
 * @param direct by TLS to this server itself, and not by way of a proxy
 * @param guest whether it comes with the cookie of a guest
 * @param place what the cookie of the last location says, or empty; {@code language} likewise
 */
record Question(
        boolean secure,
        boolean direct,
        String host,
        String address,
        String query,
        String accept,
        String languages,
        String place,
        String language,
        boolean guest) {

    /** Longer ones are rare, and not worth the room. */
    private static final int LONGEST = 400;

    /** With one of these it is no plain question, or asks for a part, or on a condition that is not often set. */
    private static final List<HttpString> ODD = List.of(
            Headers.RANGE,
            Headers.IF_RANGE,
            Headers.IF_MATCH,
            Headers.IF_UNMODIFIED_SINCE,
            Headers.EXPECT,
            Headers.UPGRADE,
            Headers.CONTENT_TYPE,
            Headers.CONTENT_ENCODING,
            Headers.CONTENT_LENGTH,
            Headers.TRANSFER_ENCODING);

    /** The cookies that decide something. */
    record Cookies(String guest, String place, String language) {}

    /** @param cookies as they are called on this kind of connection; null for what is to go on the ordinary way */
    static @Nullable Question of(HttpServerExchange exchange, Cookies cookies) {
        HttpString method = exchange.getRequestMethod();
        if (!method.equals(Methods.GET) && !method.equals(Methods.HEAD)) return null;
        if (exchange.isHostIncludedInRequestURI()) return null;
        return of(
                exchange.isSecure(),
                exchange.getConnection().getSslSession() != null,
                exchange.getRequestURI(),
                exchange.getQueryString(),
                exchange.getRequestHeaders(),
                cookies);
    }

    static @Nullable Question of(
            boolean secure, boolean direct, String address, String query, HeaderMap headers, Cookies cookies) {
        for (HttpString odd : ODD) if (headers.contains(odd)) return null;
        String host = once(headers, Headers.HOST);
        String accept = once(headers, Headers.ACCEPT);
        String languages = once(headers, Headers.ACCEPT_LANGUAGE);
        if (host == null || host.isEmpty() || accept == null || languages == null) return null;
        if (once(headers, Headers.ACCEPT_ENCODING) == null || once(headers, Headers.IF_NONE_MATCH) == null) return null;
        HeaderValues lines = headers.get(Headers.COOKIE);
        if (lines != null && lines.stream().anyMatch(Question::isOdd)) return null;
        String guest = cookie(lines, cookies.guest());
        String place = cookie(lines, cookies.place());
        String language = cookie(lines, cookies.language());
        if (guest == null || place == null || language == null) return null;
        int length = address.length() + query.length() + accept.length() + languages.length() + host.length();
        if (length + place.length() + language.length() > LONGEST) return null;
        return new Question(
                secure,
                direct,
                host.toLowerCase(Locale.ROOT),
                address,
                query,
                accept,
                languages,
                place,
                language,
                !guest.isEmpty());
    }

    /** What decides whether a request is let in, sent on to another address, and told to come by HTTPS. */
    String door() {
        return (secure ? direct ? "tls " : "proxy " : "") + host;
    }

    /** Bytes in memory, about. */
    long size() {
        return 200L
                + host.length()
                + address.length()
                + query.length()
                + accept.length()
                + languages.length()
                + place.length()
                + language.length();
    }

    /** Empty for one that was not sent, null for one that was sent twice. */
    private static @Nullable String once(HeaderMap headers, HttpString name) {
        HeaderValues sent = headers.get(name);
        if (sent == null) return "";
        return sent.size() == 1 ? sent.getFirst() : null;
    }

    /** Empty for one that was not sent, null for one that was sent twice or in a way that may be read in two. */
    private static @Nullable String cookie(@Nullable HeaderValues lines, String name) {
        if (lines == null) return "";
        String found = "";
        for (String line : lines)
            for (int from = line.indexOf(name); from >= 0; from = line.indexOf(name, from + 1)) {
                int equals = from + name.length();
                if (begins(line, from) && isApart(line, equals)) return null;
                if (equals >= line.length() || line.charAt(equals) != '=' || !begins(line, from)) continue;
                int end = line.indexOf(';', equals);
                String value = line.substring(equals + 1, end < 0 ? line.length() : end)
                        .strip();
                if (!found.isEmpty() || value.isEmpty()) return null;
                found = value;
            }
        return found;
    }

    /** Whoever reads cookies on the ordinary way takes a comma for an end, and no control character for part of a name. */
    private static boolean isOdd(String cookies) {
        return cookies.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ' || c > '~');
    }

    /** Whether blanks stand between a name, which ends here, and what it equals. */
    private static boolean isApart(String line, int end) {
        int next = end;
        while (next < line.length() && line.charAt(next) == ' ') next++;
        return next > end && next < line.length() && line.charAt(next) == '=';
    }

    private static boolean begins(String line, int at) {
        int before = at - 1;
        while (before >= 0 && line.charAt(before) == ' ') before--;
        return before < 0 || line.charAt(before) == ';';
    }
}
