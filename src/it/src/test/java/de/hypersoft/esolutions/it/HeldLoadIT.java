package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A till sends a menu without its pizzas and burgers, with the real till program. */
@SystemTest
class HeldLoadIT {

    private static final String BASE = Http.visitor().base().toString();

    @Test
    void a_load_that_lost_most_dishes_is_held_mailed_and_discarded_and_guests_notice_nothing() {
        try (Browser desk = Browser.desktop();
                TillProcess till = Restaurant.till(desk.page(), "linde-nord", "Linde Nord")) {
            Page page = desk.page();
            page.navigate("/portal/sync");
            Locator waiting = place(page).locator("form[action$='/publish'] button");
            if (waiting.count() > 0) waiting.click();

            write(till.folder().resolve("menu.json"), "2026-11-25T05:58:00Z");
            till.runs(
                    "load-catalog",
                    "{folder}/menu.json",
                    "--data",
                    "{folder}/till",
                    "--portal",
                    BASE,
                    "--language",
                    "en");
            till.awaitEnd(4);
            assertThat(till.log().strip().lines().reduce((a, b) -> b).orElseThrow())
                    .contains("result: held", "exit code 4");

            assertThat(Http.visitor().get("/linde-nord").body()).contains("Pizza Margherita");
            List<MailServer.Mail> mails = eventually(
                    "the mail to the location",
                    () -> MailServer.mailsTo("nord@linde.example").stream()
                            .filter(mail -> mail.text().contains("fänden Gäste"))
                            .toList(),
                    found -> !found.isEmpty());
            assertThat(mails).hasSize(1);
            assertThat(mails.get(0).text()).contains("Pizza", "/portal/sync/");

            page.navigate("/portal");
            page.locator(".notice", new Page.LocatorOptions().setHasText("Linde Nord"))
                    .locator("a")
                    .click();
            assertThat(page.locator("h1")).containsText("Zurückgehaltene Ladung");
            assertThat(desk.accessibilityFindings()).isEmpty();
            page.locator("#q").fill("margherita");
            page.locator("form[role=search] button").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody")).containsText("Pizza Margherita");

            page.locator("button[value=DISCARD]").click();
            assertThat(page.locator(".notice-ok")).containsText("Verworfen");
            assertThat(place(page).locator("table")).containsText("Verworfen");
            assertThat(Http.visitor().get("/linde-nord").body()).contains("Pizza Margherita");
            page.navigate("/portal/audit");
            assertThat(page.locator("tbody")).containsText("Ladung der Kasse verworfen");
            assertThat(page.request().get("/portal/audit/export.csv").text()).contains("Ladung der Kasse verworfen");
        }
    }

    private static Locator place(Page page) {
        return page.locator("[data-live=sync] > section", new Page.LocatorOptions().setHasText("Linde Nord"));
    }

    /** The demo's catalogue after somebody emptied two folders at the till. */
    private static void write(Path file, String version) {
        try (JsonReader reader =
                Json.createReader(Files.newInputStream(Folders.root().resolve("demo/catalog-linde-nord.json")))) {
            JsonObject demo = reader.readObject();
            JsonArrayBuilder kept = Json.createArrayBuilder();
            for (JsonObject article : demo.getJsonArray("articles").getValuesAs(JsonObject.class))
                if (!article.getString("id").matches("[12]\\d\\d")) kept.add(article);
            JsonObject changed = Json.createObjectBuilder(demo)
                    .add("version", version)
                    .add("articles", kept)
                    .build();
            Files.writeString(file, changed.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
