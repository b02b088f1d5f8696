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

    private static final int WIDEST = TemplateLines.WIDEST;
    private static final Path REPOSITORY = Compiled.REPOSITORY;
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

    /** One value that is as long as it is, beside its name. */
    private static final Pattern ONE_VALUE = Pattern.compile("\\s*<[^<>]+>[^<>]*</[^<>]+>");

    @Test
    void no_line_is_wider_than_a_screen() {
        assertThat(files("css", "js", "jte", "sh", "xml")).isNotEmpty().allSatisfy(file -> assertThat(lines(file))
                .as(name(file))
                .allMatch(line ->
                        line.length() <= WIDEST || ONE_VALUE.matcher(line).matches()));
    }

    /** {@code mvn test -pl src/it -am -Dtest=FormatsTest -Dformats.write=true} writes them so. */
    @Test
    void templates_are_as_their_formatter_writes_them() throws IOException {
        for (Path file : files("jte")) {
            String template = Files.readString(file);
            String wrapped = TemplateLines.wrapped(template);
            if (Boolean.getBoolean("formats.write")) Files.writeString(file, wrapped);
            else assertThat(template).as(name(file)).isEqualTo(wrapped);
        }
    }

    @Test
    void a_wide_line_of_a_template_goes_on_where_a_line_end_means_nothing() {
        String wide =
                "<p class=\"notice\">${model.text(\"held.why\", a(), \"( \" + b)} <b id=\"it's\" title=\"as it stands\">x</b></p>";
        String before = "<i>y</i>".repeat(12);

        assertThat(TemplateLines.wrapped(before + wide + "\n"))
                .isEqualTo(before + wide.replace(" id", "\n        id") + "\n");
        assertThat(TemplateLines.wrapped("<pre>" + "as it stands ".repeat(20) + "</pre>\n"))
                .contains("as it stands ".repeat(20));
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
