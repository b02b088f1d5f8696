package de.hypersoft.esolutions.catalog;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;

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

    public static String article(String id, String more) {
        return """
               {"id":"%s","category":"food","name":{"de":"Artikel %s"},"price":"9.90","vatClass":"FOOD"%s}""".formatted(id, id, more.isEmpty() ? "" : "," + more);
    }

    public static String group(String id, int min, int max, String... options) {
        return """
               {"id":"%s","name":{"de":"Gruppe %s"},"min":%d,"max":%d,"options":[%s]}""".formatted(id, id, min, max, String.join(",", options));
    }

    public static String option(String id, String more) {
        return """
               {"id":"%s","name":{"de":"Option %s"},"price":"0.50"%s}""".formatted(id, id, more.isEmpty() ? "" : "," + more);
    }
}
