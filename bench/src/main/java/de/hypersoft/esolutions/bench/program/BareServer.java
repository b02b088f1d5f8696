package de.hypersoft.esolutions.bench.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The server as its makers ship it, started by their own script with their own settings, no application in it. */
public final class BareServer {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Path server;
    private final Path home;
    private final int offset;
    private final HttpClient http = HttpClient.newHttpClient();

    public BareServer(Path root, Path home, int offset) throws IOException {
        this.server = root.resolve("ear/target/wildfly");
        this.home = home;
        this.offset = offset;
        Path configuration = Files.createDirectories(home.resolve("base/configuration"));
        try (Stream<Path> files = Files.list(server.resolve("standalone/configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(
                root.resolve("ear/target/stock/standalone.xml"),
                configuration.resolve("standalone.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(home.resolve("base/deployments"));
    }

    /** Starts it, waits until it answers, reads the figures and stops it. */
    public Started measured(boolean settle) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Program program = Program.start(
                List.of(
                        "bash",
                        server.resolve("bin/standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + home.resolve("base"),
                        "-Djboss.socket.binding.port-offset=" + offset),
                // Or the script would not pass on the signal that stops it.
                Map.of("LAUNCH_JBOSS_IN_BACKGROUND", "true"),
                home.resolve("server.out"));
        while (!ready()) {
            if (!program.alive()) throw new IOException("the bare server ended; see " + home.resolve("server.out"));
            if (System.nanoTime() - begin > READY_WITHIN.toNanos()) throw new IOException("the bare server hangs");
            Delay.millis(50);
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        long pid = program.onlyChild();
        long cpu = Proc.cpuMillis(pid);
        Started started = new Started(millis, cpu, settle ? Proc.settledMegabytes(pid) : Proc.residentMegabytes(pid));
        program.stop();
        return started;
    }

    private boolean ready() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (9990 + offset) + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
