package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
                        "  /currency  In den Stammdaten fehlt „currency“; ohne diese Angabe wird nichts übernommen."
                                + " [required]",
                        "  /categories/0/name  a: Der Name fehlt in jeder Sprache. So ist es richtig: Zum Beispiel"
                                + " \"name\": {\"de\": \"Käsesuppe\", \"en\": \"Cheese soup\"}. [name-missing]",
                        "  /articles  Kein Gericht dieser Ladung lässt sich verkaufen. Die Gründe stehen im Bericht."
                                + " [nothing-to-sell]",
                        "  Hinweis: colour: Wird hier nicht verwendet und wurde weggelassen. [left-out]",
                        "Stammdaten " + file + ": 3 Fehler");

        said.reset();
        assertThat(check(Locale.ENGLISH, file)).isFalse();
        assertThat(said())
                .contains("/categories/0/name  a: The name is missing in every language. This is right: For example")
                .endsWith("catalogue " + file + ": 3 things are wrong\n");
    }

    @Test
    void what_was_written_stands_in_the_sentence() throws IOException {
        check(
                Locale.GERMAN,
                file("{\"version\":\"1\",\"currency\":\"EURO\",\"articles\":[{\"id\":\"7\",\"name\":{\"de\":\"Suppe\"},"
                        + "\"price\":\"9.999\",\"category\":\"soups\",\"vatClass\":\"food\"}]}"));

        assertThat(said())
                .contains("/currency  „EURO“ ist keine Währung.")
                .contains("/articles/0/price  7: Der Preis ist kein Betrag. »9.999« So ist es richtig: ")
                .contains("/articles/0/category  7: Diese Kategorie gibt es nicht. »soups« So ist es richtig: ");
    }

    @Test
    void a_file_larger_than_a_server_takes_is_told_so_and_not_read() throws IOException {
        Path large = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(60L << 20);
        }
        assertThat(check(Locale.GERMAN, large)).isFalse();
        assertThat(said())
                .startsWith("Stammdaten " + large + ": mehr als 48 MB")
                .hasLineCount(1);

        said.reset();
        Path brand = file("{\"brand\":\"" + "x".repeat(1_000_000) + "\"}");
        assertThat(check(Locale.ENGLISH, brand)).isFalse();
        assertThat(said())
                .startsWith("brand file " + brand + ": more than 1 MB")
                .hasLineCount(1);
    }

    @Test
    void a_mark_at_the_start_is_passed_over_and_UTF_16_is_told_with_and_without_one() throws IOException {
        String right = Files.readString(Path.of("..", "docs", "files", "catalog.json"));
        assertThat(check(Locale.ENGLISH, file("\uFEFF" + right))).isTrue();

        for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            said.reset();
            assertThat(check(Locale.GERMAN, Files.write(folder.resolve("wide.json"), right.getBytes(wide))))
                    .isFalse();
            assertThat(said()).contains("Die Stammdaten sind nicht in UTF-8 geschrieben. Sie sehen nach UTF-16 aus");
        }
    }

    @Test
    void a_brand_is_known_by_its_member() throws IOException {
        Path file = file(
                "{\"hosts\":[],\"locations\":[],\"users\":[],\"brand\":{\"slug\":\"a\",\"name\":\"A\",\"currency\":\"EUR\","
                        + "\"colour\":\"#2f6b3a\",\"language\":\"fr\"}}");

        assertThat(check(Locale.ENGLISH, file)).isFalse();
        assertThat(said())
                .startsWith("  /brand/language  The shop speaks German (de) and English (en). [unknown-language]\n")
                .endsWith("brand file " + file + ": 1 thing is wrong\n");
    }

    @Test
    void a_file_in_another_encoding_and_one_that_is_no_JSON_are_told_apart() throws IOException {
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', (byte) 0xFC, '}'});
        assertThat(check(Locale.ENGLISH, latin)).isFalse();
        assertThat(said()).contains("UTF-8");

        said.reset();
        assertThat(check(Locale.ENGLISH, file("no catalogue"))).isFalse();
        assertThat(said()).contains("The master data are not valid JSON").contains("[malformed-json]");
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
