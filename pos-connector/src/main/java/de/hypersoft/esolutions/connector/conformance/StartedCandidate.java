package de.hypersoft.esolutions.connector.conformance;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program that the run starts, kills and whose data folder it puts back. What it says goes into a file. */
public final class StartedCandidate implements Candidate {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final long PAIRING_SECONDS = 60;

    private final List<String> pairing;
    private final List<String> running;
    private final Path folder;
    private final Path log;
    private boolean paired;
    private @Nullable Process process;

    /**
     * @param pairing the words of a command that pairs and ends; empty when the other one pairs by itself
     * @param running the words of the command that runs; both may name {@code {portal}}, {@code {pin}}, {@code {core}}
     *     and {@code {dir}}
     * @param work a folder for its data ({@code {dir}}), their copy, and what it says
     */
    public StartedCandidate(List<String> pairing, List<String> running, Path work, Surroundings surroundings)
            throws IOException {
        this.folder = Files.createDirectories(work.resolve("till"));
        this.log = work.resolve("candidate.log");
        this.pairing = filled(pairing, surroundings);
        this.running = filled(running, surroundings);
    }

    /** A command line as words; quotes keep blanks together. */
    public static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(found -> command.substring(found.start(), found.end()))
                .map(StartedCandidate::unquoted)
                .toList();
    }

    private static String unquoted(String word) {
        Matcher found = WORD.matcher(word);
        boolean quoted = found.matches() && found.group(3) == null;
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    private List<String> filled(List<String> words, Surroundings surroundings) {
        Map<String, String> values = Map.of(
                "{portal}", surroundings.portal().toString(),
                "{pin}", surroundings.pin(),
                "{core}", surroundings.core().toString(),
                "{dir}", folder.toString());
        return words.stream()
                .map(word -> {
                    String text = word;
                    for (Map.Entry<String, String> value : values.entrySet())
                        text = text.replace(value.getKey(), value.getValue());
                    return text;
                })
                .toList();
    }

    @Override
    public void start() throws IOException, InterruptedException {
        if (!paired && !pairing.isEmpty()) pair();
        paired = true;
        process = started(running);
    }

    private void pair() throws IOException, InterruptedException {
        Process pairs = started(pairing);
        if (!pairs.waitFor(PAIRING_SECONDS, TimeUnit.SECONDS)) {
            end(pairs);
            throw new IOException(
                    "the pairing did not end within " + PAIRING_SECONDS + " s; what it said is in " + log);
        }
        if (pairs.exitValue() != 0)
            throw new IOException("the pairing ended with " + pairs.exitValue() + "; what it said is in " + log);
    }

    private Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    @Override
    public void kill() throws IOException, InterruptedException {
        if (process != null) end(process);
    }

    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public boolean keepsFolder() {
        return running.stream().anyMatch(word -> word.contains(folder.toString()));
    }

    @Override
    public void backUp() throws IOException {
        copy(folder, folder.resolveSibling("backup"));
    }

    @Override
    public void restore() throws IOException {
        copy(folder.resolveSibling("backup"), folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        clear(to);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
