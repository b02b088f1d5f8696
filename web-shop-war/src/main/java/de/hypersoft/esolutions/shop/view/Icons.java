package de.hypersoft.esolutions.shop.view;

import gg.jte.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kept icon set of {@code look/icons.svg}, put into pages inline; always beside a word, so hidden from readers. */
public final class Icons {

    private static final Pattern SYMBOL =
            Pattern.compile("<symbol id=\"([a-z0-9-]+)\" viewBox=\"0 0 24 24\">(.*?)</symbol>");
    private static final Map<String, String> PATHS = read();

    private Icons() {}

    public static Content icon(String name) {
        String paths = PATHS.get(name);
        if (paths == null) throw new IllegalArgumentException("no icon " + name);
        return output -> output.writeContent(
                "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">" + paths
                        + "</svg>");
    }

    private static Map<String, String> read() {
        Map<String, String> paths = new HashMap<>();
        Matcher symbols = SYMBOL.matcher(Assets.text("/look/icons.svg"));
        while (symbols.find()) paths.put(symbols.group(1), symbols.group(2));
        return Map.copyOf(paths);
    }
}
