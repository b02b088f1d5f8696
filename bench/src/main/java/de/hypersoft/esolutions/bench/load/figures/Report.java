package de.hypersoft.esolutions.bench.load.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that one run has to tell, as JSON for machines, Markdown and a picture for people.
 *
 * @param facts what was measured, on what and how, in the order to be told
 * @param demands what an order asks of its database, in the order to be told; empty when it was not counted
 */
public record Report(String title, Map<String, String> facts, List<Result> results, Map<String, String> demands) {

    private static final String HEADS =
            "| operation | clients | rate/s | limit/s | ratio | p50 | p95 | p99 | server ms | database ms | client | others | errors |";

    /** Writes results.json, results.md and results.svg. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title);
        json.put("facts", facts);
        json.put("results", results);
        json.put("perOrder", demands);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("results.json").toFile(), json);
        Files.writeString(folder.resolve("results.md"), markdown());
        Files.writeString(folder.resolve("results.svg"), Chart.svg(title, results));
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# " + title + "\n\n");
        facts.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append("\n![share of the machine's limit](results.svg)\n\n")
                .append(HEADS)
                .append('\n');
        text.append("|---".repeat(13)).append("|\n");
        results.forEach(result -> text.append(row(result)).append('\n'));
        text.append(
                        "\nRate, limit and ratio: median [least..most] of the windows. p50, p95, p99: milliseconds until the")
                .append(" answer. server, database: processor milliseconds per operation, work after the answer")
                .append(" included. client: share of its processor that the load client had itself, behind the slash")
                .append(" while the limit was measured; near 100 % the client was measured. others: the largest share")
                .append(" of a processor that other processes had in a window.\n");
        String unsteady = results.stream()
                .filter(result -> !result.steady())
                .map(result -> result.operation() + " (" + result.clients() + ")")
                .collect(Collectors.joining(", "));
        if (!unsteady.isEmpty())
            text.append("\nNot steady when they were measured (clients): ")
                    .append(unsteady)
                    .append(".\n");
        if (!demands.isEmpty()) text.append("\n## What an order asks of its database\n\n| | per order |\n|---|---|\n");
        demands.forEach((what, much) -> text.append("| ")
                .append(what.replace("|", "\\|"))
                .append(" | ")
                .append(much)
                .append(" |\n"));
        text.append("\n## Operations\n\n");
        results.stream().map(Report::meaning).distinct().forEach(text::append);
        return text.toString();
    }

    private static String meaning(Result result) {
        String limit = result.limit() == null ? "" : " Limit: " + result.limit().what() + ".";
        return "- " + result.operation() + ": " + result.what() + "." + limit + "\n";
    }

    /** The table's first line, as the console shows it too. */
    public static String heads() {
        return HEADS;
    }

    /** One line of the table, as the console shows it too. */
    public static String row(Result result) {
        Result.Limit limit = result.limit();
        String client = percent(result.client()) + (limit == null ? "" : " / " + percent(limit.client()));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f | %s | %s | %d |",
                result.operation(),
                result.clients(),
                result.rate().text(1),
                limit == null ? "" : limit.rate().text(1),
                limit == null ? "" : limit.ratio().text(3),
                result.millis().p50(),
                result.millis().p95(),
                result.millis().p99(),
                result.serverMillis(),
                result.databaseMillis(),
                client,
                percent(result.others()),
                result.errors());
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * part);
    }
}
