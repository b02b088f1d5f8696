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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shipped server with a base folder, ports and data of its own. */
public final class ServerProgram {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final Path root;
    private final Path home;
    private final int offset;
    private final Map<String, String> environment;
    private final List<String> properties;
    private List<String> launcher = List.of();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private @Nullable Program program;

    /** @param properties as {@code name=value} */
    public ServerProgram(Path root, Path home, int offset, Map<String, String> environment, List<String> properties)
            throws IOException {
        this.root = root;
        this.home = home;
        this.offset = offset;
        this.environment = new HashMap<>(environment);
        // Whatever machine measures, unless it is told.
        this.environment.putIfAbsent("ESOLUTIONS_PROFILE", System.getenv().getOrDefault("ESOLUTIONS_PROFILE", "small"));
        this.environment.put("SERVER_BASE", home.resolve("base").toString());
        this.environment.put("SERVER_CLASSES", home.resolve("classes.jsa").toString());
        this.properties = properties;
        base();
    }

    public URI address() {
        return URI.create("http://localhost:" + (8080 + offset));
    }

    /** @param usual such as 8443 */
    public int port(int usual) {
        return usual + offset;
    }

    public Path data() {
        return home.resolve("data");
    }

    public long pid() {
        Program running = program;
        if (running == null) throw new IllegalStateException("the server does not run");
        return running.pid();
    }

    /** Starts it and waits until it is ready. */
    public void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                "bash",
                root.resolve("ear/target/server/bin/esolutions.sh").toString(),
                data().toString(),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.socket.binding.port-offset=" + offset));
        properties.forEach(property -> command.add("-D" + property));
        Program started = Program.start(command, environment, home.resolve("server.out"));
        program = started;
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!ready()) {
            if (!started.alive()) throw new IOException("the server ended; see " + home.resolve("server.out"));
            if (System.nanoTime() > deadline) throw new IOException("the server is not ready within " + READY_WITHIN);
            Delay.millis(50);
        }
    }

    /** From its next start on it has this processor alone, and knows of no other. */
    public void onProcessor(int cpu) {
        launcher = List.of("taskset", "-c", Integer.toString(cpu));
    }

    /** From its next start on it runs this beside the application. */
    public void deploy(Path war) throws IOException {
        Files.copy(
                war,
                home.resolve("base/deployments").resolve(String.valueOf(war.getFileName())),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** From its next start on; such as another address of its database. */
    public void environment(String name, String value) {
        environment.put(name, value);
    }

    /** As {@code ./run} does it: the first stop writes an archive of the loaded classes, later starts map it. */
    public void recordClasses() {
        environment.put("SERVER_RECORD_CLASSES", "true");
    }

    /** Starts it, reads the figures and stops it. */
    public Started measured() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        start();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Started started = new Started(millis, Proc.cpuMillis(pid()), Proc.residentMegabytes(pid()));
        stop();
        return started;
    }

    public void kill() throws InterruptedException {
        if (program != null) program.kill();
    }

    public void stop() throws IOException, InterruptedException {
        if (program != null) program.stop();
        Path recorded = home.resolve("classes.jsa.new");
        if (Files.exists(recorded)) Files.move(recorded, home.resolve("classes.jsa"));
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

    private void base() throws IOException {
        Path configuration = Files.createDirectories(home.resolve("base/configuration"));
        try (Stream<Path> files = Files.list(root.resolve("ear/target/server/standalone/configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Path deployments = Files.createDirectories(home.resolve("base/deployments"));
        Files.copy(
                root.resolve("ear/target/esolutions.ear"),
                deployments.resolve("esolutions.ear"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
