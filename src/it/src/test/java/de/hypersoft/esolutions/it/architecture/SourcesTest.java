package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the source files show. */
class SourcesTest {

    private static final int LONGEST = 300;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern IDLE = Pattern.compile("Thread\\.sleep|@Disabled");
    private static final Pattern BRACED = Pattern.compile(
            "(?m)^( *)(if|for|while) \\(.*\\) \\{\\n\\1    (?!if|for|while|try|do|switch|synchronized)\\S((?!//).)*;\\n\\1\\}$");
    private static final Path REPOSITORY =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();

    @Test
    void no_class_is_longer_than_a_reader_can_hold() {
        assertThat(sources("src/main/java", "src/test/java"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file)).as(name(file)).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void every_package_says_in_a_sentence_what_it_is_for_and_is_null_marked() {
        List<Path> packages = sources("src/main/java").stream()
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).as(name(info)).contains("/**", "@NullMarked");
        });
    }

    @Test
    void no_package_has_more_than_twenty_classes() {
        assertThat(sources("src/main/java").stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .collect(Collectors.groupingBy(
                                file -> name(Objects.requireNonNull(file.getParent())), Collectors.counting())))
                .isNotEmpty()
                .allSatisfy((name, classes) -> assertThat(classes).as(name).isLessThanOrEqualTo(20));
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(sources("src/main/java", "src/test/java"))
                .filteredOn(file -> !file.endsWith("SourcesTest.java"))
                .isNotEmpty()
                .noneMatch(file -> lines(file).stream()
                        .anyMatch(line -> UNFINISHED.matcher(line).find()));
    }

    @Test
    void no_test_sleeps_or_is_switched_off() {
        assertThat(sources("src/test/java"))
                .filteredOn(file -> !file.endsWith("SourcesTest.java"))
                .isNotEmpty()
                .noneMatch(file ->
                        lines(file).stream().anyMatch(line -> IDLE.matcher(line).find()));
    }

    @Test
    void a_class_with_tests_ends_in_Test_or_IT() {
        assertThat(sources("src/test/java"))
                .filteredOn(file ->
                        lines(file).stream().anyMatch(line -> line.matches("\\s*@(Test|ParameterizedTest)\\b.*")))
                .isNotEmpty()
                .allMatch(file -> file.toString().matches(".*(Test|IT)\\.java"));
    }

    /** Braces stand where more than one statement or another branch follows; palantir's format leaves them as they are. */
    @Test
    void a_single_statement_has_no_braces() {
        assertThat(sources("src/main/java", "src/test/java"))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Files.readString(file)).as(name(file)).doesNotContainPattern(BRACED));
    }

    private static List<Path> sources(String... trees) {
        return Stream.of(
                        "domain",
                        "web-kit",
                        "web-shop-war",
                        "portal-war",
                        "notifications-ejb",
                        "tls-module",
                        "http-module",
                        "pos-connector",
                        "ear/inventory",
                        "bench",
                        "src/it")
                .flatMap(module ->
                        Stream.of(trees).map(tree -> REPOSITORY.resolve(module).resolve(tree)))
                .filter(Files::isDirectory)
                .flatMap(SourcesTest::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return REPOSITORY.relativize(file).toString();
    }
}
