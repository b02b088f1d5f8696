package de.hypersoft.esolutions.it;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second server process with folders, ports and a database of its own, for tests that kill it, restart it or start
 * it with other settings. Its data outlives {@link #kill()} and are met again by the next {@link #start()}.
 */
public final class Server implements AutoCloseable {

    private final String name;
    private final int offset;
    private final Map<String, String> environment;
    private List<String> properties;
    private Running running;

    private Server(String name, int offset, Map<String, String> environment, List<String> properties) {
        this.name = name;
        this.offset = offset;
        this.environment = environment;
        this.properties = properties;
        Folders.remake(home());
        Folders.copyServer(home().resolve("base"));
        this.running = launch();
    }

    /** Starts it and waits until it is ready; its ports are those of the run plus {@code further} (10 and up). */
    public static Server started(String name, int further, Map<String, String> environment, String... properties) {
        Server server = new Server(name, TestRun.offset() + further, environment, List.of(properties));
        try {
            server.awaitReady();
            return server;
        } catch (AssertionError notReady) {
            server.close();
            throw notReady;
        }
    }

    public Http visitor() {
        return Http.on(base());
    }

    public String name() {
        return name;
    }

    public String base() {
        return "http://localhost:" + (8080 + offset);
    }

    public Http management() {
        return Http.on("http://127.0.0.1:" + (9990 + offset));
    }

    /** Database, keys, logs and the demo's PINs. */
    public Path data() {
        return home().resolve("data");
    }

    /** @param usual such as 8443 */
    public int port(int usual) {
        return usual + offset;
    }

    public void kill() {
        running.kill();
    }

    public void stop() {
        running.stop();
    }

    /** Again, on the same data. */
    public void start() {
        Folders.clearMarkers(home().resolve("base/deployments"));
        running = launch();
        awaitReady();
    }

    /** Again, on the same data, as something else than before. */
    void startAs(String... others) {
        properties = List.of(others);
        start();
    }

    /** The same where it cannot become ready: until its pages answer. */
    public void startUnready() {
        Folders.clearMarkers(home().resolve("base/deployments"));
        running = launch();
        Eventually.within(
                Duration.ofMinutes(3),
                name + " answering",
                () -> status(visitor(), "/portal/sign-in"),
                status -> status == 200);
    }

    /** Runs a command that is shipped beside the server, as an operator does, and answers its exit code. */
    int runs(String script, Path on) {
        try (Running command = Running.start(
                List.of(System.getProperty("server.home") + "/bin/" + script, on.toString()),
                Map.of("HEALTH", management().base() + "/health/ready"),
                home().resolve(script + ".out"))) {
            return command.awaitExit();
        }
    }

    public String log() {
        return running.log();
    }

    @Override
    public void close() {
        running.close();
    }

    private Running launch() {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("server.home") + "/bin/esolutions.sh",
                data().toString(),
                "-Djboss.socket.binding.port-offset=" + offset,
                // One guest of a test is many, and a slow hash is tried elsewhere; a later property
                // wins.
                "-Desolutions.orders.limited=false",
                "-Desolutions.test-clock=true",
                "-Desolutions.password-memory-kb=64"));
        properties.forEach(property -> command.add("-D" + property));
        return Running.start(command, withBase(), home().resolve("server.out"));
    }

    private Map<String, String> withBase() {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("DOMAIN_PROOF", "contested"); // the tests' names are in no name system
        all.putIfAbsent("ESOLUTIONS_PROFILE", "small"); // many are started, and none gets warm
        all.put("SERVER_BASE", home().resolve("base").toString());
        return all;
    }

    private void awaitReady() {
        Http health = management();
        Eventually.within(Duration.ofMinutes(3), name + " ready", () -> status(health, "/health/ready"), status -> {
            if (status != 200 && (!running.alive() || failed())) throw new AssertionError("No server: " + log());
            return status == 200;
        });
    }

    private boolean failed() {
        return Files.exists(home().resolve("base/deployments/esolutions.ear.failed"));
    }

    private Path home() {
        return TestRun.home().resolveSibling("servers").resolve(name);
    }

    private static int status(Http of, String path) {
        try {
            return of.get(path).statusCode();
        } catch (UncheckedIOException notYetListening) {
            return 0;
        }
    }
}
