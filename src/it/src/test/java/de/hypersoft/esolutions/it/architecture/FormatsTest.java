package de.hypersoft.esolutions.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How sources that no formatter formats are laid out; {@code docs/house.md} says it in words. */
class FormatsTest {

    private static final int WIDEST = 160;
    private static final Path REPOSITORY =
            Path.of(System.getProperty("root")).toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

    /** One value that is as long as it is, beside its name. */
    private static final Pattern ONE_VALUE = Pattern.compile("\\s*<[^<>]+>[^<>]*</[^<>]+>");

    @Test
    void no_line_is_wider_than_a_screen() {
        assertThat(files("css", "js", "sh", "xml")).isNotEmpty().allSatisfy(file -> assertThat(lines(file))
                .as(name(file))
                .allMatch(line ->
                        line.length() <= WIDEST || ONE_VALUE.matcher(line).matches()));
    }

    @Test
    void no_line_ends_in_blanks_or_has_tabs() {
        assertThat(files("css", "js", "jte", "sh", "xml")).isNotEmpty().allSatisfy(file -> assertThat(lines(file))
                .as(name(file))
                .noneMatch(line -> line.contains("\t") || line.endsWith(" ")));
    }

    /** But for the further lines of a comment and of a text in a script. */
    @Test
    void every_step_of_indentation_is_four_blanks() {
        assertThat(files("css", "js", "xml")).isNotEmpty().allSatisfy(file -> assertThat(lines(file))
                .as(name(file))
                .allMatch(line -> indentation(line) % 4 == 0 || line.strip().startsWith("*")));
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static List<Path> files(String... endings) {
        try (Stream<Path> files = Files.find(
                REPOSITORY,
                20,
                (file, attributes) -> attributes.isRegularFile() && ours(file) && hasOne(file, endings))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasOne(Path file, String... endings) {
        return Stream.of(endings).anyMatch(ending -> file.toString().endsWith("." + ending));
    }

    private static boolean ours(Path file) {
        return Stream.of(REPOSITORY.relativize(file).toString().split("/")).noneMatch(NOT_OURS::contains);
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
