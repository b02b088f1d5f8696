package de.hypersoft.esolutions.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A customer with one location that no other test knows, brought by hosting staff as customers are: its menu, its terms
 * and its orders are the test's alone.
 *
 * @param slug of the brand; its location is {@code <slug>-1} and its shop {@code <slug>.localhost}
 * @param name of the location
 */
record OwnRestaurant(String slug, String name) {

    private static final String PASSWORD = "wir-backen-selbst";

    /** @param location changes what the demo's first location is */
    static OwnRestaurant bring(
            Browser hosting, String slug, String currency, UnaryOperator<JsonObjectBuilder> location) {
        OwnRestaurant own = new OwnRestaurant(slug, "Haus " + slug);
        Page page = hosting.page();
        own.signIn(page, "hosting", "demo-hosting");
        page.navigate("/portal/tenants");
        byte[] file = own.file(currency, location).toString().getBytes(StandardCharsets.UTF_8);
        page.locator("#brand").setInputFiles(new FilePayload("brand.json", "application/json", file));
        page.locator("form[enctype] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/portal/tills\\?location=.*"));
        return own;
    }

    String location() {
        return slug + "-1";
    }

    String host() {
        return slug + ".localhost";
    }

    /** Where a browser finds its shop. */
    String shop(String path) {
        return "http://" + host() + ":" + Http.visitor().base().getPort() + "/" + location() + path;
    }

    /** The customer's own manager. */
    void signIn(Page page) {
        signIn(page, slug + "-chef", PASSWORD);
    }

    /** Its till on a new device, paired by the PIN that the manager's page shows; it has sent nothing yet. */
    TillProcess till(Page manager) {
        manager.navigate("/portal/tills");
        manager.locator("form[action$='/pin'] button").first().click();
        String pin = manager.locator("#pin").textContent().strip();
        String portal = Http.visitor().base().toString();
        TillProcess till = TillProcess.started(
                location() + "-" + pin, "pair", "--portal", portal, "--pin", pin, "--data", "{folder}/till");
        till.awaitEnd();
        return till;
    }

    /** Its till sends this menu, which is taken. */
    void loads(TillProcess till, String menu) {
        try {
            Files.writeString(till.folder().resolve("menu.json"), menu);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs(till, "load-catalog", "{folder}/menu.json");
        till.awaitEnd();
    }

    /** A command of its till, with its data folder and the portal's address. */
    void runs(TillProcess till, String... command) {
        till.runs(Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--data",
                                "{folder}/till",
                                "--portal",
                                Http.visitor().base().toString()))
                .toArray(String[]::new));
    }

    private void signIn(Page page, String login, String password) {
        page.navigate("/portal/sign-in");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("button.button-big[type=submit]").click();
        page.waitForURL("**/portal/");
    }

    private JsonObject file(String currency, UnaryOperator<JsonObjectBuilder> location) {
        try (JsonReader reader =
                Json.createReader(Files.newInputStream(Folders.root().resolve("demo/brand.json")))) {
            JsonObject demo = reader.readObject();
            JsonObject first = demo.getJsonArray("locations").getJsonObject(0);
            JsonObjectBuilder changed =
                    Json.createObjectBuilder(first).add("slug", location()).add("name", name);
            return Json.createObjectBuilder(demo)
                    .add(
                            "brand",
                            Json.createObjectBuilder(demo.getJsonObject("brand"))
                                    .add("slug", slug)
                                    .add("name", name)
                                    .add("currency", currency))
                    .add(
                            "hosts",
                            only(Json.createObjectBuilder().add("name", host()).add("kind", "DEMO")))
                    .add("locations", only(location.apply(changed)))
                    .add(
                            "users",
                            only(Json.createObjectBuilder()
                                    .add("login", slug + "-chef")
                                    .add("name", "Chef " + slug)
                                    .add("role", "MANAGER")
                                    .add("locations", Json.createArrayBuilder().add("*"))
                                    .add("password", PASSWORD)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonArray only(JsonObjectBuilder one) {
        return Json.createArrayBuilder().add(one).build();
    }
}
