package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void the_worked_examples_are_right() throws IOException {
        for (String name : new String[] {"catalog.json", "increment.json", "brand.json"}) {
            said.reset();
            Path example = Path.of("..", "docs", "files", name);

            assertThat(check(Locale.ENGLISH, example)).isTrue();
            assertThat(said()).endsWith(example + ": nothing is wrong\n");
        }
    }

    @Test
    void all_that_is_wrong_with_a_catalogue_is_said_with_its_place_a_sentence_and_its_code() throws IOException {
        Path file = file("{\"version\":\"1\",\"categories\":[{\"id\":\"a\"}],\"colour\":1}");

        assertThat(check(Locale.GERMAN, file)).isFalse();
        assertThat(said().lines())
                .containsExactly(
                        "  /currency  the catalogue has no currency [required]",
                        "  /categories/0/name  a: name has no text in any language [name-missing]",
                        "  /articles  no article of this catalogue can be sold [nothing-to-sell]",
                        "  Hinweis: colour: colour is not used here and was left out [left-out]",
                        "Stammdaten " + file + ": 3 Fehler");
    }

    @Test
    void a_brand_is_known_by_its_member() throws IOException {
        Path file = file(
                "{\"hosts\":[],\"locations\":[],\"users\":[],\"brand\":{\"slug\":\"a\",\"name\":\"A\",\"currency\":\"EUR\","
                        + "\"colour\":\"#2f6b3a\",\"language\":\"fr\"}}");

        assertThat(check(Locale.ENGLISH, file)).isFalse();
        assertThat(said())
                .startsWith("  /brand/language  the shop speaks de and en [unknown-language]\n")
                .endsWith("brand file " + file + ": 1 thing is wrong\n");
    }

    @Test
    void a_file_in_another_encoding_and_one_that_is_no_JSON_are_told_apart() throws IOException {
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', (byte) 0xFC, '}'});
        assertThat(check(Locale.ENGLISH, latin)).isFalse();
        assertThat(said()).contains("UTF-8");

        said.reset();
        assertThat(check(Locale.ENGLISH, file("no catalogue"))).isFalse();
        assertThat(said()).contains("[malformed-json]");
    }

    private boolean check(Locale language, Path file) throws IOException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new CheckFile(out, new ConnectorTexts(language)).check(file, TODAY, "DE");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.json"), text);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
