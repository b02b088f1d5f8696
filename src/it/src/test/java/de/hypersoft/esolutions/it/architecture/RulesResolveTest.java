package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that a comment, a migration, a template or a document names by its number stands in {@code docs}. */
class RulesResolveTest {

    private static final Path REPOSITORY =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    private static final Path RULES = REPOSITORY.resolve("docs/rules.md");
    private static final Path HANDOVER = REPOSITORY.resolve("docs/handover.md");
    private static final Pattern NAMED = Pattern.compile("(?<![\\w.#&%=-])[TLIA][1-9][0-9]?(?![\\w-])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([TLIA][1-9][0-9]?) \\|");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(\\*|//|/\\*|--)|//");
    private static final List<String> CODE = List.of(".java", ".sql", ".js", ".css");
    private static final List<String> WORDS = List.of(".md", ".jte", ".adoc");

    @Test
    void every_rule_that_is_named_can_be_read() throws IOException {
        Set<String> known = rows(RULES, HANDOVER);
        Map<String, List<String>> unknown = new TreeMap<>(named());
        known.forEach(unknown::remove);

        assertThat(known).hasSizeGreaterThan(50);
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_rule_of_the_trade_and_the_law_is_named_where_it_is_kept() throws IOException {
        assertThat(named().keySet()).containsAll(rows(RULES));
    }

    private static Set<String> rows(Path... pages) throws IOException {
        Set<String> rows = new TreeSet<>();
        for (Path page : pages)
            ROW.matcher(Files.readString(page))
                    .results()
                    .map(row -> row.group(1))
                    .forEach(rows::add);
        return rows;
    }

    /** Each number with the files that name it. */
    private static Map<String, List<String>> named() throws IOException {
        Map<String, List<String>> named = new TreeMap<>();
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            for (Path file : files.filter(RulesResolveTest::read).toList())
                for (String rule : named(file))
                    named.computeIfAbsent(rule, r -> new ArrayList<>())
                            .add(REPOSITORY.relativize(file).toString());
        }
        return named;
    }

    private static boolean read(Path file) {
        Path below = REPOSITORY.relativize(file);
        return Stream.concat(CODE.stream(), WORDS.stream()).anyMatch(below.toString()::endsWith)
                && !file.equals(RULES)
                && !file.equals(HANDOVER)
                && Stream.of("target", "node_modules", ".git", "vendor").noneMatch(skipped -> contains(below, skipped));
    }

    private static boolean contains(Path path, String folder) {
        for (Path part : path) if (part.toString().equals(folder)) return true;
        return false;
    }

    private static Set<String> named(Path file) {
        boolean code = CODE.stream().anyMatch(file.toString()::endsWith);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !code || COMMENT.matcher(line).find())
                    .flatMap(line -> NAMED.matcher(line).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
