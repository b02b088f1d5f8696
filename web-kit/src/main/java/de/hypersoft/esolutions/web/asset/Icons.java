package de.hypersoft.esolutions.web.asset;

import gg.jte.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kept icon set of {@code look/icons.svg}, put into pages inline; always beside a word, so hidden from readers. */
public final class Icons {

    private static final Pattern SYMBOL =
            Pattern.compile("<symbol id=\"([a-z0-9-]+)\" viewBox=\"0 0 24 24\">(.*?)</symbol>");
    private static final Map<String, String> SHAPES = read();

    private Icons() {}

    /** @throws IllegalArgumentException when the set has none of this name */
    public static Content of(String name) {
        String shape = SHAPES.get(name);
        if (shape == null) throw new IllegalArgumentException("there is no icon " + name);
        return output -> output.writeContent(
                "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">" + shape
                        + "</svg>");
    }

    private static Map<String, String> read() {
        Map<String, String> shapes = new HashMap<>();
        Matcher symbols = SYMBOL.matcher(Asset.text(Icons.class, Asset.LOOK + "icons.svg"));
        while (symbols.find()) shapes.put(symbols.group(1), symbols.group(2));
        return Map.copyOf(shapes);
    }
}
