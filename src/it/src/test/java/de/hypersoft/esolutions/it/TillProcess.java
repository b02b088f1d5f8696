package de.hypersoft.esolutions.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real till program, {@code pos-connector.jar}, with a folder of its own that outlives kills and restarts. */
public final class TillProcess implements AutoCloseable {

    /** Longer than a till's poll waits, and than the lease of an order whose answer was lost on the way. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final Path folder;
    private List<String> arguments;
    private Running running;

    private TillProcess(Path folder, List<String> arguments) {
        this.folder = folder;
        this.arguments = arguments;
        this.running = launch();
    }

    /** Starts {@code java -jar pos-connector.jar <arguments>}; {@code {folder}} in them is this till's folder. */
    public static TillProcess started(String name, String... arguments) {
        Path folder = TestRun.home().resolveSibling("tills").resolve(name);
        Folders.remake(folder);
        return new TillProcess(folder, List.of(arguments));
    }

    public Path folder() {
        return folder;
    }

    public void kill() {
        running.kill();
    }

    public void stop() {
        running.stop();
    }

    /** Another command on the same folder, after the one before has ended. */
    public void runs(String... command) {
        this.arguments = List.of(command);
        start();
    }

    /** Waits for a command that ends by itself, such as pairing; anything but success is an error. */
    public void awaitEnd() {
        awaitEnd(0);
    }

    /** Waits for a command that ends by itself, and with this exit code. */
    public void awaitEnd(int expected) {
        int code = running.awaitExit();
        if (code != expected)
            throw new AssertionError(arguments.get(0) + " ended with " + code + ", not " + expected + ": " + log());
    }

    /** Waits for a load to end: taken, or known of old while guests see a newer one. */
    void awaitLoaded() {
        int code = running.awaitExit();
        if (code != 0 && !log().contains("SUPERSEDED"))
            throw new AssertionError("load-catalog ended with " + code + ": " + log());
    }

    /** Again, on the same folder. */
    public void start() {
        running = launch();
    }

    public String log() {
        return running.log();
    }

    public void awaitLine(String regex) {
        running.awaitLine(PATIENCE, regex);
    }

    @Override
    public void close() {
        running.close();
    }

    private Running launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                // Most of them live for seconds: compiling their code thoroughly is what would take longest.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Folders.root().resolve("pos-connector/target/pos-connector.jar").toString()));
        arguments.forEach(argument -> command.add(argument.replace("{folder}", folder.toString())));
        return Running.start(command, Map.of(), folder.resolve("till.out"));
    }
}
