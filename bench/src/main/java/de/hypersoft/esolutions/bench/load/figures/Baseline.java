package de.hypersoft.esolutions.bench.load.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ratios to the machine's limits that a run is held against, never a rate: another machine has other rates, and much
 * the same ratios.
 *
 * @param ratios by "database profile operation clients", such as {@code "h2 small W2-json 8"}
 */
public record Baseline(Map<String, Double> ratios) {

    /** So much of the ratio may be lost. */
    public static final double MOST_LOST = 0.25;

    /** A run beside which others had more of a processor says nothing that could be held against later ones. */
    public static final double MOST_OTHERS = 0.10;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Baseline {
        ratios = new TreeMap<>(ratios);
    }

    /** @param file which need not be there: then nothing is known */
    public static Baseline read(Path file) throws IOException {
        Map<String, Double> ratios = new TreeMap<>();
        if (!Files.exists(file)) return new Baseline(ratios);
        JsonNode found = JSON.readTree(file.toFile()).path("ratios");
        found.properties()
                .forEach(entry -> ratios.put(entry.getKey(), entry.getValue().asDouble()));
        return new Baseline(ratios);
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(Map.of("ratios", ratios)) + "\n");
    }

    /** With the ratios of these results in place of what was known of the same operations. */
    public Baseline with(String database, String profile, List<Result> results) {
        Map<String, Double> more = new TreeMap<>(ratios);
        for (Result result : results)
            if (result.limit() != null)
                more.put(
                        key(database, profile, result),
                        Math.round(result.limit().ratio().median() * 10_000) / 10_000.0);
        return new Baseline(more);
    }

    /**
     * What is worse than it was by more than a quarter, one line each.
     *
     * @throws IllegalArgumentException when none of these results is known here, so that nothing was compared
     */
    public List<String> lost(String database, String profile, List<Result> results) {
        List<String> lost = new ArrayList<>();
        int compared = 0;
        for (Result result : results) {
            Double before = ratios.get(key(database, profile, result));
            if (before == null || result.limit() == null) continue;
            compared++;
            double now = result.limit().ratio().median();
            if (!(now >= before * (1 - MOST_LOST)))
                lost.add(String.format(
                        Locale.ROOT,
                        "%s: %.4f of the limit, it was %.4f",
                        key(database, profile, result),
                        now,
                        before));
        }
        if (compared == 0)
            throw new IllegalArgumentException(
                    "nothing is known of these operations; measure them when nothing else" + " runs, with --baseline");
        return lost;
    }

    /** Why these results are nothing to hold later ones against, one line each. */
    public static List<String> doubts(List<Result> results) {
        List<String> doubts = new ArrayList<>();
        for (Result result : results) {
            String of = result.operation() + " with " + result.clients() + " clients: ";
            if (result.errors() > 0) doubts.add(of + result.errors() + " errors");
            if (!result.steady()) doubts.add(of + "the rate had not settled");
            if (result.others() > MOST_OTHERS)
                doubts.add(
                        String.format(Locale.ROOT, "%sothers had %.0f %% of a processor", of, 100 * result.others()));
        }
        return doubts;
    }

    private static String key(String database, String profile, Result result) {
        return database + " " + profile + " " + result.operation() + " " + result.clients();
    }
}
