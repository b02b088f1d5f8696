package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** A rule that no test sees refuse can go away unseen: each code of a refusal is named by a test. */
class RefusalsTestedTest {

    private static final Path REPOSITORY =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("domain", "web-kit", "web-shop-war", "portal-war", "notifications-ejb", "src/it");

    private static final Pattern DECLARED = Pattern.compile("\\bclass\\s+(\\w+)\\s+extends\\s+(\\w+)");
    private static final Pattern TAKES_A_CODE = Pattern.compile("\\b(\\w+)\\s*\\(\\s*String code\\b");
    private static final Pattern MADE = Pattern.compile("\\bnew\\s+(?:\\w+\\.)*(\\w+)\\s*\\(");
    private static final Pattern HANDED_UP = Pattern.compile("\\bsuper\\s*\\(");

    /** Also within a longer one, as a test of an answer has it. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\\\\?\"");

    private static final Pattern SEVERAL_WORDS = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    @Test
    void every_code_with_which_something_is_refused_is_named_by_a_test() {
        Map<String, String> sources = sources("src/main/java");
        Set<String> named = named(sources("src/test/java").values());

        Map<String, Set<String>> codes = codes(sources);
        assertThat(codes).hasSizeGreaterThan(150);
        codes.keySet().removeAll(named);
        assertThat(codes).as("thrown, and named by no test").isEmpty();
    }

    @Test
    void each_way_to_throw_a_code_is_seen() {
        Map<String, String> planted = Map.of(
                "Refusal.java",
                "abstract class Refusal extends RuntimeException { Refusal(String code) { super(message); } }\n"
                        + "class Conflict extends Refusal { Conflict(String code) { super(code, x); } }",
                "Planted.java",
                "throw new Conflict(\n    \"on-two-lines\", x); throw new Planted.Own(); throw new Foreign(\"of-others\");"
                        + "\nstatic final class Own extends Conflict { Own() { super(\"of-its-own\"); } }"
                        + "\nstatic class Other extends Thing { Other() { super(\"other-thing\"); } }",
                "Late.java",
                "throw new Given(late ? \"came-late\" : \"came-early\");",
                "Switched.java",
                "throw new Given(switch (state) { case A -> \"was-a\"; default -> \"was-not\"; }, \"not-this\");",
                "Named.java",
                "throw new Named(\"no-code\", x); class Named extends Conflict { Named(String a) { super(\"by-name\"); } }",
                "Given.java",
                "class Given extends Conflict { Given(String code) { super(code, y); } }",
                "Chosen.java",
                "String why = a ? \"one-way\" : \"other-way\"; throw new Conflict(why, z);",
                "On.java",
                "throw new Conflict(earlier.code(), \"not-a-code\");");

        assertThat(codes(planted).keySet())
                .containsExactlyInAnyOrder(
                        "on-two-lines",
                        "of-its-own",
                        "came-late",
                        "came-early",
                        "one-way",
                        "other-way",
                        "was-a",
                        "was-not",
                        "by-name");
    }

    /** Each code with the files that throw it. */
    private static Map<String, Set<String>> codes(Map<String, String> sources) {
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

    private static Set<String> literals(Pattern kind, String text) {
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

    private static Set<String> named(Collection<String> tests) {
        return tests.stream().flatMap(test -> literals(LITERAL, test).stream()).collect(Collectors.toSet());
    }

    /** By name below the repository; not this one, which names codes without testing them. */
    private static Map<String, String> sources(String tree) {
        Map<String, String> sources = new TreeMap<>();
        for (String module : MODULES) {
            Path root = REPOSITORY.resolve(module).resolve(tree);
            if (!Files.isDirectory(root)) continue;
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(RefusalsTestedTest::read).toList())
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
