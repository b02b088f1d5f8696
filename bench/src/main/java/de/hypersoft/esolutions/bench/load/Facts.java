package de.hypersoft.esolutions.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** On what and how it is measured, in words. */
final class Facts {

    private Facts() {}

    static String title(Plan plan) {
        return "Load on " + (plan.postgresql() ? "PostgreSQL" : "H2") + ", profile "
                + plan.profile().key();
    }

    /** In the order to be told. */
    static Map<String, String> of(Plan plan) throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("when", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", commit(plan.root()));
        facts.put(
                "machine", processor() + ", " + Runtime.version() + ", Linux " + System.getProperty("os.version", "?"));
        facts.put("processors", "server and database on " + Plan.SERVER_CPU + ", load client on " + Plan.CLIENT_CPU);
        facts.put(
                "durability",
                plan.postgresql()
                        ? "PostgreSQL with fsync and synchronous_commit on"
                        : "H2 with a write delay of 0, which survives a killed server; weaker than PostgreSQL's, it does"
                                + " no fsync for each commit");
        facts.put(
                "profile", plan.profile().key() + (plan.profile().environment().isEmpty() ? ", as shipped" : ""));
        facts.put(
                "stored",
                "500 articles in 1,501 sizes, %,d orders of the past; each order that is placed stays"
                        .formatted(plan.stored()));
        facts.put(
                "windows",
                "%d of %.0f s each, in turns with the limit; before them as many of %.0f s as it takes until three in a"
                                .formatted(
                                        plan.pace().windows(),
                                        plan.pace().seconds(),
                                        plan.pace().warmSeconds())
                        + " row lie within 10 %, for " + plan.pace().warmMost() + " s at most");
        facts.put("clients", "closed loop, kept connections, no pause");
        return facts;
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("a processor without a name");
    }

    /** With a plus behind it when files differ from it. */
    private static String commit(Path root) throws IOException, InterruptedException {
        String changed = git(root, "status", "--porcelain").isEmpty() ? "" : "+";
        return git(root, "rev-parse", "--short", "HEAD") + changed;
    }

    private static String git(Path root, String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = root.toString();
        System.arraycopy(words, 0, command, 3, words.length);
        Process git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? told : "";
    }
}
