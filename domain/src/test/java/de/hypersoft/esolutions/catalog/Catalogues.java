package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small catalogues in the words of the wire, valid until a test makes them otherwise. */
public final class Catalogues {

    private Catalogues() {}

    public static CatalogDocument document(String json) {
        CatalogText.Result result = CatalogText.read(new StringReader(json));
        if (!result.findings().isEmpty())
            throw new AssertionError(result.findings().toString());
        return result.document();
    }

    public static String json(String version, String... articles) {
        return full(version, List.of(), List.of(articles));
    }

    public static String full(String version, List<String> groups, List<String> articles) {
        return """
               {"version":"%s","baseVersion":null,"currency":"EUR",
                "vatClasses":[{"id":"FOOD","rates":[{"from":"2026-01-01","onSite":"7.00","takeAway":"7.00"}]},
                              {"id":"DRINK","rates":[{"from":"2026-01-01","onSite":"19.00","takeAway":"19.00"}]}],
                "categories":[{"id":"food","name":{"de":"Speisen","en":"Food"},"sort":10}],
                "deposits":[{"id":"CAN","amount":"0.25","kind":"SINGLE_USE"}],
                "optionGroups":%s,"articles":%s}""".formatted(
                        version,
                        groups.stream().collect(Collectors.joining(",", "[", "]")),
                        articles.stream().collect(Collectors.joining(",", "[", "]")));
    }

    /** @param more members, also in place of those that it has else */
    public static String article(String id, String more) {
        return element(
                more,
                "\"id\":\"" + id + "\"",
                "\"category\":\"food\"",
                "\"name\":{\"de\":\"Artikel " + id + "\"}",
                "\"price\":\"9.90\"",
                "\"vatClass\":\"FOOD\"");
    }

    public static String group(String id, int min, int max, String... options) {
        return """
               {"id":"%s","name":{"de":"Gruppe %s"},"min":%d,"max":%d,"options":[%s]}""".formatted(id, id, min, max, String.join(",", options));
    }

    /** @param more as of an article */
    public static String option(String id, String more) {
        return element(more, "\"id\":\"" + id + "\"", "\"name\":{\"de\":\"Option " + id + "\"}", "\"price\":\"0.50\"");
    }

    private static String element(String more, String... members) {
        String own = outermost(more);
        Stream<String> kept = Stream.of(members).filter(member -> !own.contains(member.split(":")[0] + ":"));
        return Stream.concat(kept, Stream.of(more))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String outermost(String members) {
        StringBuilder own = new StringBuilder();
        int depth = 0;
        for (char c : members.toCharArray()) {
            if (c == '}' || c == ']') depth--;
            if (depth == 0) own.append(c);
            if (c == '{' || c == '[') depth++;
        }
        return own.toString();
    }
}
