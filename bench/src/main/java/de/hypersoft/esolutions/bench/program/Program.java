package de.hypersoft.esolutions.bench.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of its own, with everything it prints in one file; killed hard, or stopped as a person would. */
public final class Program {

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    /** Ends with this one, however this one ends: a hook for the usual way, a leash by the kernel for the hard one. */
    public static Program start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Program(process);
    }

    public static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    /** Runs to its end. @return whether it ended well within the time */
    public static boolean run(List<String> command, Path log, int seconds) throws IOException, InterruptedException {
        Program program = start(command, Map.of(), log);
        if (!program.process.waitFor(seconds, TimeUnit.SECONDS)) {
            program.kill();
            return false;
        }
        return program.process.exitValue() == 0;
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The server behind a start script that stays in between. */
    long onlyChild() {
        return process.children().findFirst().orElseThrow().pid();
    }

    /** kill -9 */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) kill();
    }
}
