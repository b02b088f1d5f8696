package de.hypersoft.esolutions.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Reads the header of RFC 7239: elements with commas between, each of pairs with semicolons, values perhaps quoted. */
final class Forwarded {

    static final HttpString NAME = new HttpString("Forwarded");

    private Forwarded() {}

    /** The last so many, in the order in which they stand. */
    static Deque<Proxies.Hop> hops(HeaderMap headers, int most) {
        Deque<Proxies.Hop> hops = new ArrayDeque<>();
        HeaderValues values = headers.get(NAME);
        if (values == null) return hops;
        for (String element : parts(String.join(",", values), ',')) {
            hops.add(hop(element));
            if (hops.size() > most) hops.removeFirst();
        }
        return hops;
    }

    private static Proxies.Hop hop(String element) {
        String from = "";
        String scheme = null;
        String host = null;
        for (String pair : parts(element, ';')) {
            String[] both = pair.split("=", 2);
            String value = both.length < 2 ? "" : unquoted(both[1].strip());
            switch (both[0].strip().toLowerCase(Locale.ROOT)) {
                case "for" -> from = value;
                case "proto" -> scheme = value;
                case "host" -> host = value;
                default -> {}
            }
        }
        return new Proxies.Hop(from, scheme, host);
    }

    private static List<String> parts(String text, char between) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) i++;
            else if (c == '"') quoted = !quoted;
            else if (c == between && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
