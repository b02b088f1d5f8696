package de.hypersoft.esolutions.portal.layout;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kept icon set, put inline; always beside a word, so hidden from screen readers. */
final class Icons {

    private static final Pattern SYMBOL =
            Pattern.compile("<symbol[^>]*id=\"([a-z0-9-]+)\"[^>]*>(.*?)</symbol>", Pattern.DOTALL);
    private static final Map<String, String> ALL = read();

    private Icons() {}

    static Content of(String name) {
        String shape = ALL.get(name);
        if (shape == null) throw new IllegalArgumentException("there is no icon " + name);
        return out ->
                out.writeContent("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">"
                        + shape + "</svg>");
    }

    private static Map<String, String> read() {
        try (InputStream in = Icons.class.getResourceAsStream("/look/icons.svg")) {
            if (in == null) throw new IllegalStateException("look/icons.svg is missing");
            Matcher found = SYMBOL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> icons = new HashMap<>();
            while (found.find()) icons.put(found.group(1), found.group(2));
            return Map.copyOf(icons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
