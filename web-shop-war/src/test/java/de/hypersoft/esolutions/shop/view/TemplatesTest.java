package de.hypersoft.esolutions.shop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Path SOURCES = Path.of("src/main/java/de/hypersoft/esolutions");
    private static final Pattern TEMPLATE = Pattern.compile("\"(shop/[\\w/]+\\.jte)\"");

    @Test
    void every_template_that_a_page_names_is_there() throws IOException {
        List<String> named;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            named = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> TEMPLATE.matcher(text(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(named)
                .allSatisfy(template -> assertThat(SOURCES.resolve(template)).exists());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
