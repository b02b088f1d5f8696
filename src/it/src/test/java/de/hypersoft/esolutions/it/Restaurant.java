package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The demo brand's locations, opened the way a manager opens them: pair a till by PIN, load the catalogue from it. */
public final class Restaurant {

    private static final String BASE = Http.visitor().base().toString();
    private static final Set<String> OPEN = new HashSet<>();

    private Restaurant() {}

    /** Makes sure that this location has its menu; done once per run. */
    public static synchronized void open(String slug, String name) {
        if (OPEN.contains(slug)) return;
        try (Browser desk = Browser.desktop();
                TillProcess till = till(desk.page(), slug, name)) {
            till.awaitEnd();
        }
    }

    /** Signs the manager of all locations in; the page stays signed in. */
    public static void signIn(Page page) {
        page.navigate("/portal/sign-in");
        page.locator("input[name=login]").fill("linde");
        page.locator("input[name=password]").fill("demo-linde");
        page.locator("button.button-big[type=submit]").click();
        assertThat(page.locator("nav").first()).isVisible();
    }

    /** The location's control till on a new device, which replaces the one before and has loaded the catalogue. */
    public static synchronized TillProcess till(Page manager, String slug, String name) {
        signIn(manager);
        String pin = pin(manager, name);
        TillProcess till = TillProcess.started(
                slug + "-" + pin, "pair", "--portal", BASE, "--pin", pin, "--data", "{folder}/till");
        till.awaitEnd();
        String catalogue =
                Folders.root().resolve("demo/catalog-" + slug + ".json").toString();
        till.runs("load-catalog", catalogue, "--data", "{folder}/till", "--portal", BASE);
        till.awaitLoaded();
        OPEN.add(slug);
        return till;
    }

    /** The demo's control till at a server of a test's own, with the PIN it left in its data folder; runs until stopped. */
    static TillProcess running(Server server, String slug) {
        TillProcess till = paired(server, slug);
        start(till, server);
        return till;
    }

    /** Again on the same folder, perhaps at another node. */
    static void start(TillProcess till, Server server) {
        runs(till, server.base());
    }

    /** Fetches and books what waits, until it is stopped. */
    static void runs(TillProcess till, String portal) {
        till.runs(
                "run",
                "--data",
                "{folder}/till",
                "--portal",
                portal,
                "--auto-release",
                "on",
                "--backoff-min-ms",
                "100",
                "--backoff-max-ms",
                "500");
        till.awaitLine("ready till=");
    }

    /** Its device is paired and has loaded the menu, and nothing runs on it. */
    static TillProcess paired(Server server, String slug) {
        TillProcess till = TillProcess.started(
                server.name() + "-" + slug,
                "pair",
                "--portal",
                server.base(),
                "--pin",
                demoPin(server, slug + "/Kasse 1"),
                "--data",
                "{folder}/till");
        till.awaitEnd();
        String catalogue =
                Folders.root().resolve("demo/catalog-" + slug + ".json").toString();
        till.runs("load-catalog", catalogue, "--data", "{folder}/till", "--portal", server.base());
        till.awaitLoaded();
        return till;
    }

    private static String demoPin(Server server, String till) {
        try (Stream<String> lines = Files.lines(server.data().resolve("demo/pins"))) {
            return lines.filter(line -> line.startsWith(till + "="))
                    .map(line -> line.substring(till.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pin(Page page, String name) {
        page.navigate("/portal/tills");
        page.locator("section", new Page.LocatorOptions().setHasText(name))
                .locator("li", new Locator.LocatorOptions().setHasText("Kasse 1"))
                .first()
                .locator("form[action$='/pin'] button")
                .click();
        return page.locator("#pin").textContent().strip();
    }
}
