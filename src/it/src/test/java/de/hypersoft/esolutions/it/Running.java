package de.hypersoft.esolutions.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program under test as a process of its own, with everything it prints in one file. */
public final class Running implements AutoCloseable {

    private final Process process;
    private final Path log;

    private Running(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** It ends with this JVM at the latest. Output is appended, so that the log of a program that is killed and started again tells the whole story. */
    static Running start(List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Running(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command), e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** As a power cut of this one program: kill -9. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As Ctrl-C or a service manager does it. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a line of the log matches; a program that ends before has failed. */
    public void awaitLine(Duration limit, String regex) {
        Pattern pattern = Pattern.compile(regex);
        Eventually.within(limit, "a line like " + regex, this::log, text -> {
            boolean found = pattern.matcher(text).find();
            if (!found && !alive()) throw new AssertionError("The program ended: " + text);
            return found;
        });
    }

    /** Waits for a program that ends by itself and returns its exit code. */
    public int awaitExit() {
        awaitEnd();
        return process.exitValue();
    }

    @Override
    public void close() {
        if (alive()) stop();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The program did not end within 60 s: " + process.info());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
