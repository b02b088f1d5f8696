package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One line of {@code scopes.txt}.
 *
 * @param shop of which brand; empty for the portal
 * @param sent {@code -}, {@code form a=b&c=d}, {@code file name content} or {@code json {...}}
 * @param marker what the answer shows of what is asked for; {@code -} when no cell asks
 * @param cells one for each caller
 */
record ScopeRow(String method, String shop, String path, String sent, String marker, List<String> cells) {

    static List<ScopeRow> all() {
        try (InputStream file = Objects.requireNonNull(ScopeRow.class.getResourceAsStream("scopes.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ScopeRow::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScopeRow of(String line) {
        String[] parts = line.split(" \\| ");
        if (parts.length != 4) throw new IllegalArgumentException(line);
        String[] address = parts[0].strip().split(" ");
        boolean portal = address[1].startsWith("/");
        return new ScopeRow(
                address[0],
                portal ? "" : address[1].substring(0, 1),
                portal ? address[1] : address[1].substring(2),
                parts[1].strip(),
                parts[2].strip(),
                Arrays.asList(parts[3].strip().split(" +")));
    }

    /** As the table of routes writes it. */
    String route() {
        return method + " " + path.replaceAll("\\?.*", "");
    }

    Asker.Answer ask(ScopeStage stage, String who, Asker asker) {
        String host = shop.isEmpty() ? "" : stage.host(shop);
        String to = stage.filled(path, who);
        String[] what = stage.filled(sent, who).split(" ", 3);
        return switch (what[0]) {
            case "form" ->
                asker.send(
                        method,
                        to,
                        host,
                        "application/x-www-form-urlencoded",
                        asker.encoded(fields(what.length > 1 ? what[1] : "")));
            case "file" -> asker.upload(to, what[1], what[2]);
            case "json" -> asker.json(method, to, host, sent(stage, who));
            default -> asker.send(method, to, host, "", "");
        };
    }

    /** Whether the answer is what the cell says. */
    boolean holds(String cell, Asker.Answer answer, ScopeStage stage) {
        boolean signIn = answer.status() == 303 && answer.location().startsWith("/portal/sign-in");
        return switch (cell) {
            case "sign-in" -> signIn;
            case "sees" -> answer.status() == 200 && answer.body().contains(stage.filled(marker, ""));
            case "none" -> answer.status() == 200 && !answer.body().contains(stage.filled(marker, ""));
            case "may" -> !signIn && List.of(200, 201, 204, 303, 409, 422).contains(answer.status());
            default -> answer.status() == Integer.parseInt(cell) && !signIn;
        };
    }

    private String sent(ScopeStage stage, String who) {
        return stage.filled(sent, who).substring("json ".length());
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : text.split("&"))
            if (pair.contains("=")) fields.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        return fields;
    }
}
