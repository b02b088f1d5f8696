package de.hypersoft.esolutions.bench.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hypersoft.esolutions.bench.program.Program;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A till: the connector and its till core, two programs, with the core's own append-only log of bookings. */
public final class TillProgram {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int number;
    private final Path jar;
    private final Path folder;
    private final int corePort;
    private final @Nullable String breakage;
    private @Nullable Program connector;
    private @Nullable Program core;

    /** @param breakage how a {@link RogueTill} in the connector's place misbehaves, null for the real connector */
    public TillProgram(int number, Path root, Path folder, @Nullable String breakage) throws IOException {
        this.number = number;
        this.jar = root.resolve("pos-connector/target/pos-connector.jar");
        this.folder = folder;
        this.breakage = breakage;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.corePort = free.getLocalPort();
        }
    }

    public void pair(URI portal) throws IOException, InterruptedException {
        List<String> command = connector("pair", "--portal", portal.toString(), "--pin", Ground.pin(number));
        if (!Program.run(command, log(), 120)) throw new IOException("till " + number + " is not paired: " + log());
    }

    public void loadCatalogue(URI portal, Path file) throws IOException, InterruptedException {
        List<String> command = connector("load-catalog", file.toString(), "--portal", portal.toString());
        if (!Program.run(command, log(), 120)) throw new IOException("the catalogue was not taken: " + log());
    }

    public void startCore() throws IOException {
        core = Program.start(
                List.of(
                        Program.java(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "till-core",
                        "--data",
                        folder.resolve("core").toString(),
                        "--port",
                        Integer.toString(corePort),
                        "--terminal",
                        Integer.toString(number)),
                Map.of(),
                folder.resolve("core.out"));
    }

    /** @param line the port of the line to the portal */
    public void startConnector(int line) throws IOException {
        String portal = "http://127.0.0.1:" + line;
        String books = "http://127.0.0.1:" + corePort;
        List<String> command = breakage == null
                ? connector(
                        "run",
                        "--portal",
                        portal,
                        "--till-core",
                        books,
                        "--wait-seconds",
                        "5",
                        "--poll-gap-ms",
                        "50",
                        "--backoff-min-ms",
                        "100",
                        "--backoff-max-ms",
                        "2000")
                : List.of(
                        Program.java(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        RogueTill.class.getName(),
                        breakage,
                        portal,
                        card().path("token").asText(),
                        books,
                        folder.resolve("rogue.seq").toString());
        connector = Program.start(command, Map.of(), log());
    }

    private List<String> connector(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Program.java(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", folder.resolve("till").toString()));
        return command;
    }

    public void killConnector() throws InterruptedException {
        if (connector != null) connector.kill();
    }

    public void killCore() throws InterruptedException {
        if (core != null) core.kill();
    }

    public void stop() throws InterruptedException {
        if (connector != null) connector.stop();
        if (core != null) core.stop();
    }

    String id() throws IOException {
        return card().path("tillId").asText();
    }

    private JsonNode card() throws IOException {
        return JSON.readTree(folder.resolve("till/till.json").toFile());
    }

    Path log() {
        return folder.resolve("till.out");
    }

    /** How often the portal told this till that somebody else has an order. */
    public long conflicts() throws IOException {
        if (!Files.exists(log())) return 0;
        try (var lines = Files.lines(log(), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains("discarded order=") || line.contains("booked but taken order="))
                    .count();
        }
    }

    /** A line of the core's log. */
    public record Booking(String orderId, String till, Instant at) {}

    public List<Booking> bookings() throws IOException {
        Path file = folder.resolve("core/bookings.log");
        List<Booking> found = new ArrayList<>();
        if (!Files.exists(file)) return found;
        String text = Files.readString(file, StandardCharsets.UTF_8);
        // a last line without its end was never a booking
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            if (line.isBlank()) continue;
            JsonNode booking = JSON.readTree(line);
            found.add(new Booking(
                    booking.path("orderId").asText(),
                    id(),
                    Instant.parse(booking.path("at").asText())));
        }
        return found;
    }
}
