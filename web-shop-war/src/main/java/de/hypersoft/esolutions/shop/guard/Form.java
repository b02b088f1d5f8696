package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.FormToken;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was sent with a form of ours. Missing fields are empty texts, never null. */
public final class Form {

    /** Names the hidden field that every form carries. */
    public static final String TOKEN = "token";

    private final MultivaluedMap<String, String> fields;
    private final boolean genuine;

    private Form(MultivaluedMap<String, String> fields, boolean genuine) {
        this.fields = fields;
        this.genuine = genuine;
    }

    static Form read(String body, String guestSecret) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) fields.add(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        String token = fields.getFirst(TOKEN);
        return new Form(fields, token != null && !guestSecret.isEmpty() && FormToken.genuine(token, guestSecret));
    }

    /** Whether it came from a page of ours in this browser. */
    public boolean genuine() {
        return genuine;
    }

    /**
     * Names the opening of the page the form stood on: a second click sends it again, a page opened anew has another.
     * Empty when the form is not genuine.
     */
    public String opening() {
        String token = text(TOKEN);
        return genuine ? token.substring(0, token.indexOf('.')) : "";
    }

    /** Whether the form has this field, filled or not. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    public List<String> all(String name) {
        List<String> values = fields.get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    /** @return the number given, or the fallback when it is none */
    public int number(String name, int fallback) {
        String text = text(name);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : fallback;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign is a percent sign
        }
    }
}
