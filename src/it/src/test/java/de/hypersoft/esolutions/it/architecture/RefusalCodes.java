package de.hypersoft.esolutions.it.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes with which something is refused, read from the sources. */
final class RefusalCodes {

    private static final Path REPOSITORY =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("domain", "web-kit", "web-shop-war", "portal-war", "notifications-ejb", "src/it");

    private static final Pattern DECLARED = Pattern.compile("\\bclass\\s+(\\w+)\\s+extends\\s+(\\w+)");
    private static final Pattern TAKES_A_CODE = Pattern.compile("\\b(\\w+)\\s*\\(\\s*String code\\b");
    private static final Pattern MADE = Pattern.compile("\\bnew\\s+(?:\\w+\\.)*(\\w+)\\s*\\(");
    private static final Pattern HANDED_UP = Pattern.compile("\\bsuper\\s*\\(");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    /** Also within a longer one, as a test of an answer has it. */
    static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\\\\?\"");

    private RefusalCodes() {}

    /** Each code with the files that throw it. */
    static Map<String, Set<String>> codes(Map<String, String> sources) {
        Set<String> kinds = kinds(sources.values());
        Set<String> takers = sources.values().stream()
                .flatMap(source -> TAKES_A_CODE.matcher(source).results())
                .map(taker -> taker.group(1))
                .filter(kinds::contains)
                .collect(Collectors.toSet());
        Map<String, Set<String>> codes = new TreeMap<>();
        sources.forEach((file, source) -> codes(source, kinds, takers)
                .forEach(code ->
                        codes.computeIfAbsent(code, c -> new TreeSet<>()).add(file)));
        return codes;
    }

    private static Set<String> codes(String source, Set<String> kinds, Set<String> takers) {
        Set<String> codes = new TreeSet<>();
        for (MatchResult made : MADE.matcher(source).results().toList())
            if (takers.contains(made.group(1))) codes.addAll(said(firstArgument(source, made.end()), source));
        for (MatchResult up : HANDED_UP.matcher(source).results().toList())
            if (kinds.contains(classAround(source, up.start())))
                codes.addAll(said(firstArgument(source, up.end()), source));
        return codes;
    }

    /** What a first argument says; a name alone stands for any of the codes of its file. */
    private static Set<String> said(String argument, String source) {
        if (argument.matches("\\s*\\w+\\s*")) return literals(SEVERAL_WORDS, source);
        return literals(LITERAL, argument);
    }

    private static String firstArgument(String source, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '"' && source.charAt(at - 1) != '\\') quoted = !quoted;
            if (quoted) continue;
            if (depth == 0 && (c == ',' || c == ')')) return source.substring(from, at);
            if (c == '(' || c == '{') depth++;
            if (c == ')' || c == '}') depth--;
        }
        return "";
    }

    static Set<String> literals(Pattern kind, String text) {
        return kind.matcher(text)
                .results()
                .map(literal -> literal.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String classAround(String source, int at) {
        Matcher declared = DECLARED.matcher(source).region(0, at);
        String last = "";
        while (declared.find()) last = declared.group(1);
        return last;
    }

    /** The refusals and all that are made of them. */
    private static Set<String> kinds(Collection<String> sources) {
        Set<String> kinds = new HashSet<>(Set.of("Refusal"));
        List<MatchResult> all =
                sources.stream().flatMap(s -> DECLARED.matcher(s).results()).toList();
        for (boolean grows = true; grows; ) {
            grows = false;
            for (MatchResult declared : all)
                if (kinds.contains(declared.group(2))) grows |= kinds.add(declared.group(1));
        }
        return kinds;
    }

    /** By name below the repository; not this one, which names codes without testing them. */
    static Map<String, String> sources(String tree) {
        Map<String, String> sources = new TreeMap<>();
        for (String module : MODULES) {
            Path root = REPOSITORY.resolve(module).resolve(tree);
            if (!Files.isDirectory(root)) continue;
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(RefusalCodes::read).toList())
                    sources.put(REPOSITORY.relativize(file).toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static boolean read(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("RefusalsTestedTest.java");
    }
}
