package de.hypersoft.esolutions.bench.idle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The minutes side by side, as JSON for machines and Markdown for people. */
record IdleReport(String database, Map<String, String> facts, Idle.Pace pace, List<Minute> minutes) {

    private static final int SHOWN = 60;

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title());
        json.put("facts", facts);
        json.put("seconds", pace.seconds());
        json.put("minutes", minutes);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("results.json").toFile(), json);
        Files.writeString(folder.resolve("results.md"), markdown());
    }

    static String line(Minute minute) {
        return String.format(
                Locale.ROOT,
                "%,d locations: %.0f statements, %.0f ms of processor in the server, %.0f in the database",
                minute.locations(),
                minute.statements(),
                minute.server(),
                minute.database());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# " + title() + "\n\n");
        facts.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append("- windows: %d s for the processor, then %d s for the statements, %d s after the start\n\n"
                .formatted(pace.seconds(), pace.seconds(), pace.settle()));
        head(text, "per minute");
        row(text, "statements", Minute::statements);
        row(text, "commits", Minute::commits);
        row(text, "processor ms, server", Minute::server);
        row(text, "processor ms, database", Minute::database);
        text.append("\n## Statements\n\n");
        head(text, "per minute");
        TreeSet<String> all = new TreeSet<>();
        minutes.forEach(minute -> all.addAll(minute.texts().keySet()));
        all.stream()
                .sorted(Comparator.comparing((String one) -> -most(one)).thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .forEach(
                        one -> row(text, "`" + one.replace("`", "'").replace("|", "\\|") + "`", minute -> minute.texts()
                                .getOrDefault(one, 0.0)));
        return text.toString();
    }

    private String title() {
        return "An idle node on " + database;
    }

    private double most(String statement) {
        return minutes.stream()
                .mapToDouble(minute -> minute.texts().getOrDefault(statement, 0.0))
                .max()
                .orElse(0);
    }

    private void head(StringBuilder text, String what) {
        text.append("| ").append(what).append(" | ");
        text.append(minutes.stream()
                .map(minute -> String.format(Locale.ROOT, "%,d locations", minute.locations()))
                .collect(Collectors.joining(" | ")));
        text.append(" |\n").append("|---".repeat(minutes.size() + 1)).append("|\n");
    }

    private void row(StringBuilder text, String what, ToDoubleFunction<Minute> figure) {
        text.append("| ").append(what).append(" | ");
        text.append(minutes.stream()
                .map(minute -> String.format(Locale.ROOT, "%.0f", figure.applyAsDouble(minute)))
                .collect(Collectors.joining(" | ")));
        text.append(" |\n");
    }
}
