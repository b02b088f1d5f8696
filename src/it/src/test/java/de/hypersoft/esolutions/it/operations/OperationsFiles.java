package de.hypersoft.esolutions.it.operations;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What lies in {@code docs/operations}, as lists of names. */
final class OperationsFiles {

    static final Path FOLDER = Path.of(System.getProperty("root"), "docs", "operations");

    private static final Pattern LISTED = Pattern.compile("^\\| `([a-z_]+)`(?:, `([a-z_]+)`)* \\|.*");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    /** Labels in braces, spans of time, and what is grouped by. */
    private static final Pattern BESIDE =
            Pattern.compile("\\{(?:\"[^\"]*\"|[^}\"])*}|\\[[^]]*]|\\b(?:by|on|without|ignoring)\\s*\\([^)]*\\)");

    private static final Pattern FUNCTION = Pattern.compile("\\b[a-z_]+\\s*(?=\\()");

    private static final Pattern METRIC = Pattern.compile("\\b[a-z][a-z_]*\\b");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless");

    private OperationsFiles() {}

    /** Every metric of the first columns of the list's tables. */
    static Set<String> listed() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(FOLDER.resolve("metrics.md"))) {
            if (!LISTED.matcher(line).matches()) continue;
            Matcher name = NAME.matcher(line.substring(1).split("\\|", 2)[0]);
            while (name.find()) names.add(name.group(1));
        }
        return names;
    }

    /** The expressions of the rules, each in one line. */
    static List<String> rules() throws IOException {
        String text = Files.readString(FOLDER.resolve("alerts.yml")).replaceAll(">-\\n\\s+", "");
        List<String> expressions = new ArrayList<>();
        for (String part : text.split("\\n\\s+expr: ")) expressions.add(part.split("\\n\\s+(?:for|labels):")[0]);
        return expressions.subList(1, expressions.size());
    }

    static List<String> alerts() throws IOException {
        return Files.readAllLines(FOLDER.resolve("alerts.yml")).stream()
                .filter(line -> line.strip().startsWith("- alert: "))
                .map(line -> line.strip().substring("- alert: ".length()))
                .toList();
    }

    static List<String> dashboard() throws IOException {
        try (JsonReader reader =
                Json.createReader(new StringReader(Files.readString(FOLDER.resolve("dashboard.json"))))) {
            return reader.readObject().getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                    .filter(panel -> panel.containsKey("targets"))
                    .flatMap(panel -> panel.getJsonArray("targets").stream())
                    .map(JsonValue::asJsonObject)
                    .map(target -> target.getString("expr"))
                    .toList();
        }
    }

    /** The metrics that an expression of Prometheus asks for; of a timer without the end that says which of its series. */
    static Set<String> asked(String expression) {
        Set<String> names = METRIC.matcher(
                        FUNCTION.matcher(BESIDE.matcher(expression).replaceAll(" "))
                                .replaceAll(" "))
                .results()
                .map(found -> found.group().replaceAll("_seconds_(?:count|sum|max|bucket)$", "_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(OPERATORS);
        return names;
    }
}
