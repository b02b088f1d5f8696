package de.hypersoft.esolutions.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is wrong with a file, as people read it in the portal and at the till. */
class FileWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/de/hypersoft/esolutions");
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");
    private static final Pattern REFUSED = Pattern.compile("new Invalid\\(\\s*\"([a-z0-9-]+)\"");

    private final Properties german = words("de");
    private final Properties english = words("en");

    @Test
    void each_sentence_is_there_in_both_languages_with_the_same_blanks() {
        assertThat(english.stringPropertyNames()).isEqualTo(german.stringPropertyNames());
        assertThat(german.stringPropertyNames()).hasSizeGreaterThan(150).allSatisfy(key -> {
            assertThat(german.getProperty(key)).isNotBlank();
            assertThat(english.getProperty(key)).isNotBlank();
            assertThat(blanks(english.getProperty(key))).isEqualTo(blanks(german.getProperty(key)));
        });
    }

    @Test
    void whatever_a_brands_file_is_refused_for_has_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String source : List.of(
                "onboarding/BrandCheck",
                "onboarding/BrandFile",
                "onboarding/LocationParts",
                "onboarding/RecordReader",
                "onboarding/Slug",
                "tenancy/Location",
                "tenancy/LocationDetails",
                "tenancy/delivery/DeliveryZone",
                "tenancy/delivery/Postcode",
                "hostnames/HostName",
                "kernel/Money",
                "kernel/text/MailAddress",
                "kernel/text/TypedText",
                "kernel/text/Utf8",
                "pos/tills/Till"))
            REFUSED.matcher(Files.readString(SOURCES.resolve(source + ".java")))
                    .results()
                    .forEach(found -> codes.add(found.group(1)));

        assertThat(codes)
                .hasSizeGreaterThan(15)
                .contains("invalid-slug", "missing-member", "unreadable-brand")
                .allSatisfy(code -> assertThat(german.stringPropertyNames()).contains("refusal." + code));
    }

    @Test
    void a_brands_fault_is_told_with_what_the_sentence_speaks_of() {
        FileFault cut = new FileFault("", "unreadable-brand", "?", "", Map.of("line", 7, "column", 12));

        assertThat(FileWords.GERMAN.brand(cut)).contains("Zeile 7, Spalte 12").doesNotContain("{");
        assertThat(FileWords.ENGLISH.brand(cut)).contains("line 7, column 12");
        assertThat(FileWords.GERMAN.brand(new FileFault("/brand/slug", "made-up-code", "as the model said it")))
                .isEqualTo("as the model said it");
    }

    @Test
    void the_same_code_speaks_of_a_dish_where_a_dish_has_it_and_of_the_whole_where_the_whole_has() {
        FileFault dish = new FileFault("/articles/0/name", "required", "?", "101", Map.of());
        FileFault whole = new FileFault("/version", "required", "?", "", Map.of("field", "version"));

        assertThat(FileWords.ENGLISH.catalogue(dish)).startsWith("Something is missing.");
        assertThat(FileWords.ENGLISH.catalogue(whole)).contains("“version”");
        assertThat(FileWords.in(Locale.FRENCH)).isSameAs(FileWords.ENGLISH);
    }

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties words(String language) {
        String file = "files_" + language + ".properties";
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(FileWords.class.getResourceAsStream(file));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
        return words;
    }
}
