package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The till's program, as it ships, looks at files without a server: what it needs of the server's classes is in it. */
@Tag("smoke")
class CheckFileIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void the_worked_examples_are_right() {
        for (String name : new String[] {"catalog.json", "increment.json", "brand.json"})
            assertThat(checked(Folders.root().resolve("docs/files").resolve(name), 0))
                    .contains(name)
                    .doesNotContain("[", "Exception");
    }

    @Test
    void a_brand_that_is_wrong_in_every_part_is_told_so_without_the_server_s_libraries() throws IOException {
        String demo = ScopeStage.file("demo/brand.json")
                .replace("\"linde\"", "\"Linde\"")
                .replace("\"EUR\"", "\"CHF\"")
                .replace("shop.gasthaus-linde.example", "bäckerei.example")
                .replace("\"10115\"", "\"A-1\"")
                .replace("\"Kasse 1\"", "\"\"")
                .replace("\"MONDAY\"", "\"MONTAG\"")
                .replace("\"MANAGER\"", "\"STAFF\"")
                .replace("mitte@linde.example", "bäcker@linde");

        assertThat(checked(Files.writeString(folder.resolve("brand.json"), demo), 1))
                .contains(
                        "/brand/slug",
                        "[currency-of-country]",
                        "[invalid-postcode]",
                        "/tills/0/name",
                        "[unreadable-value]",
                        "[staff-by-file]",
                        "[invalid-email]",
                        "[password-in-file]")
                .doesNotContain("java.lang", "/hosts/3");
    }

    @Test
    void a_catalogue_that_is_wrong_in_every_part_is_told_so() throws IOException {
        String wrong = ScopeStage.file("docs/files/catalog.json")
                .replace("\"9.90\"", "\"viel\"")
                .replace("\"MILK\"", "\"Glutten\"")
                .replace("\"VEGETARIAN\"", "\"VEGAN\"")
                .replace("\"11:30\"", "\"halb\"")
                .replace("\"19.00\"", "\"190\"")
                .replace("\"SINGLE_USE\"", "\"GLASS\"");

        assertThat(checked(Files.writeString(folder.resolve("catalog.json"), wrong), 1))
                .contains(
                        "/articles/0/price",
                        "[unknown-allergen]",
                        "[invalid-window]",
                        "[invalid-vat-rate]",
                        "/deposits/0/kind")
                .doesNotContain("java.lang");
    }

    private static String checked(Path file, int code) {
        try (TillProcess till = TillProcess.started("check-" + file.getFileName(), "check", file.toString())) {
            till.awaitEnd(code);
            return till.log();
        }
    }
}
