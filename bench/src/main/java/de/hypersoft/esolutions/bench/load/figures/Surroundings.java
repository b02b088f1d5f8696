package de.hypersoft.esolutions.bench.load.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** When, of what and on what something was measured, in words. */
public final class Surroundings {

    private Surroundings() {}

    /** In the order to be told. */
    public static Map<String, String> of(Path root) throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("when", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", commit(root));
        facts.put(
                "machine", processor() + ", " + Runtime.version() + ", Linux " + System.getProperty("os.version", "?"));
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
