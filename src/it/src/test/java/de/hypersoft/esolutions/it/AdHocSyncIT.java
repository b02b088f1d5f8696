package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A manager asks the till for its data now: with the real till program, and with a till that is away. */
@SystemTest
class AdHocSyncIT {

    private static final String BASE = Http.visitor().base().toString();

    @Test
    void a_manager_asks_the_running_till_for_its_menu_and_watches_it_being_published() {
        try (Browser desk = Browser.desktop();
                TillProcess till = Restaurant.till(desk.page(), "linde-nord", "Linde Nord")) {
            Path menu = till.folder().resolve("menu.json");
            write(menu, "2026-11-23T05:58:00Z", "Suppe aus dem Abgleich");
            till.runs("run", "--data", "{folder}/till", "--portal", BASE, "--catalog", "{folder}/menu.json");
            till.awaitLine("ready till=");

            Page page = desk.page();
            Locator place = ask(page);

            assertThat(place.locator("[data-sync=PUBLISHED]")).containsText("2026-11-23T05:58:00Z");
            assertThat(place.locator(".step-done")).hasCount(5);
            assertThat(place.locator("table")).containsText("Abgeglichen und veröffentlicht");
            till.awaitLine("catalogue sent version=2026-11-23T05:58:00Z");
            assertThat(Http.visitor().get("/linde-nord").body()).contains("Suppe aus dem Abgleich");

            ask(page);
            assertThat(place.locator("[data-sync=UNCHANGED]")).isVisible();

            write(menu, "kaputt", "");
            ask(page);
            assertThat(place.locator("[data-sync=REFUSED]")).containsText("Gäste sehen weiter");
            assertThat(place.locator("[data-sync=REFUSED]")).containsText("fehlt „currency“");
            assertThat(Http.visitor().get("/linde-nord").body()).contains("Suppe aus dem Abgleich");

            ansi(menu, "Käsesuppe in ANSI");
            ask(page);
            assertThat(place.locator("[data-sync=REFUSED]")).containsText("Sie sehen nach Windows-1252");
            assertThat(place.locator("[data-sync=REFUSED]")).not().containsText("not-utf-8");
            till.awaitLine("catalogue refused");
            assertThat(Http.visitor().get("/linde-nord").body()).contains("Suppe aus dem Abgleich");
        }
    }

    @Test
    void a_till_that_does_not_answer_is_named_after_two_minutes_and_what_waited_is_published() {
        try (Browser desk = Browser.desktop();
                TillProcess till = Restaurant.till(desk.page(), "linde-wien", "Linde Wien")) {
            write(till.folder().resolve("menu.json"), "2026-11-24T05:58:00Z", "Suppe, die wartete");
            till.runs("load-catalog", "{folder}/menu.json", "--data", "{folder}/till", "--portal", BASE);
            till.awaitEnd();

            Page page = desk.page();
            page.navigate("/portal/sync");
            Locator place = place(page, "Linde Wien");
            assertThat(place).containsText("Artikel warten");
            place.locator("[data-sync-now]").click();
            assertThat(place.locator("[data-sync=ASKED]")).containsText("Kasse 1 ist gefragt");

            TestClock.advance(Duration.ofMinutes(2));

            assertThat(place.locator("[data-sync=SILENT]")).containsText("nicht geantwortet");
            assertThat(place.locator("[data-sync=SILENT]")).containsText("2026-11-24T05:58:00Z");
            assertThat(Http.visitor().get("/linde-wien").body()).contains("Suppe, die wartete");

            TestClock.advance(Duration.ofMinutes(2));
            place.locator("[data-sync-now]").click();
            assertThat(place.locator("[data-sync=TILL_AWAY]")).containsText("Keine Kasse dieses Standorts");
        }
    }

    private static void ansi(Path file, String soup) {
        try {
            write(file, "ansi", soup);
            Files.write(file, Files.readString(file).getBytes(Charset.forName("windows-1252")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locator ask(Page page) {
        page.navigate("/portal/sync");
        Locator place = place(page, "Linde Nord");
        place.locator("[data-sync-now]").click();
        return place;
    }

    private static Locator place(Page page, String name) {
        return page.locator("[data-live=sync] > section", new Page.LocatorOptions().setHasText(name));
    }

    /** The demo's catalogue as a till might have changed it since; with an empty name it is no catalogue any more. */
    private static void write(Path file, String version, String soup) {
        try {
            String demo = Files.readString(Folders.root().resolve("demo/catalog-linde-nord.json"));
            String changed = demo.replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"" + version + "\"")
                    .replace("\"Tomatencremesuppe\"", "\"" + soup + "\"");
            assertThat(changed).contains(version);
            Files.writeString(file, soup.isEmpty() ? "{\"version\":\"" + version + "\"}" : changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
