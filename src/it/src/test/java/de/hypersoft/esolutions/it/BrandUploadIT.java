package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hosting staff bring a new customer by its file. */
@SystemTest
class BrandUploadIT {

    @Test
    void a_file_makes_a_customer_and_a_wrong_one_is_refused_with_what_is_wrong() {
        try (Browser desk = Browser.desktop()) {
            Page page = signIn(desk, "hosting", "demo-hosting");

            upload(page, "{\"brand\":{\"slug\":");
            assertThat(page.locator(".notice-bad")).containsText("nicht lesbar");
            upload(page, brand().replace("\"timeZone\"", "\"zone\"").replace("\"MONDAY\"", "\"MONTAG\""));
            assertThat(page.locator(".notice-bad")).containsText("locations[0].timeZone");
            assertThat(page.locator(".notice-bad")).containsText("locations[0].hours[0].days[0]");
            upload(page, "{\"x\":\"" + "y".repeat(1_000_001) + "\"}");
            assertThat(page.locator(".notice-bad")).containsText("größer als 1 MB");
            upload(page, brand().getBytes(StandardCharsets.UTF_16LE));
            assertThat(page.locator(".notice-bad")).containsText("UTF-16");
            assertThat(page.locator("main")).not().containsText("Krone");

            upload(page, brand());
            page.waitForURL(Pattern.compile(".*/portal/tills\\?location=.*"));
            page.navigate("/portal/tenants");
            assertThat(page.locator("main")).containsText("Zur Krone");
            assertThat(desk.accessibilityFindings()).isEmpty();
        }
    }

    @Test
    void a_customer_that_is_there_is_changed_only_by_whoever_has_read_what_changes() {
        String file = brand().replace("krone", "kranz").replace("Zur Krone", "Zum Kranz");
        try (Browser desk = Browser.desktop()) {
            Page page = signIn(desk, "hosting", "demo-hosting");
            upload(page, file);
            page.waitForURL(Pattern.compile(".*/portal/tills\\?location=.*"));

            upload(page, file.replace("Zum Kranz", "Räuberhöhle"));
            assertThat(page.locator(".notice-bad")).containsText("brand.slug");
            assertThat(page.locator("main")).not().containsText("Räuberhöhle");

            page.locator("main a", new Page.LocatorOptions().setHasText("Zum Kranz"))
                    .click();
            assertThat(desk.accessibilityFindings()).isEmpty();
            desk.photograph("portal-tenant-desk");
            choose(page, file.replace("\"name\": \"Zum Kranz\"", "\"name\": \"Zum goldenen Kranz\""));
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody")).containsText("Zum goldenen Kranz");
            assertThat(desk.accessibilityFindings()).isEmpty();
            desk.photograph("portal-comparison-desk");
            page.locator("button.button-big").click();
            assertThat(page.locator("h1")).containsText("Zum goldenen Kranz");

            page.locator("a[href$='/locations']", new Page.LocatorOptions().setHasText("Standort anlegen"))
                    .click();
            assertThat(desk.accessibilityFindings()).isEmpty();
            desk.photograph("portal-new-location-desk");
            page.locator("#slug").fill("kranz-sued");
            for (String field : new String[] {"name", "street", "city", "phone", "legalName"})
                page.locator("#" + field).fill("Kranz Süd");
            page.locator("#postcode").fill("10115");
            page.locator("#mailTo").fill("sued@kranz.example");
            page.locator("main button.button-big").click();
            assertThat(page.locator("main")).containsText("Kranz Süd");
            page.navigate("/portal/audit?q=Kranz");
            assertThat(page.locator("tbody")).containsText("Standort angelegt");
            assertThat(page.locator("tbody")).containsText("Kunde nach Datei geändert");
            assertThat(page.locator("tbody")).containsText("Hanna Host");
        }
    }

    @Test
    void people_without_an_address_get_their_link_from_whoever_brought_the_file() {
        String file = brand().replace("krone", "kessel")
                .replace("Zur Krone", "Zum Kessel")
                .replace("\"users\": []", """
                        "users": [{"login": "kessel-chef", "name": "Kim Kessel", "role": "MANAGER", "locations": ["*"]}]""");
        try (Browser desk = Browser.desktop();
                Browser phone = Browser.phone()) {
            Page page = signIn(desk, "hosting", "demo-hosting");
            upload(page, file);
            assertThat(page.locator("main")).containsText("kessel-chef");
            assertThat(desk.accessibilityFindings()).isEmpty();
            desk.photograph("portal-first-people-desk");
            String link = page.locator("main input[readonly]").inputValue();
            page.locator("main a.button-big").click();
            page.waitForURL(Pattern.compile(".*/portal/tills\\?location=.*"));

            Page chef = phone.page();
            chef.navigate(link);
            chef.locator("input[name=password]").fill("kupfer, gross und rund");
            chef.locator("main button[type=submit]").click();
            signIn(phone, "kessel-chef", "kupfer, gross und rund");
        }
    }

    @Test
    void only_hosting_staff_bring_customers() {
        try (Browser desk = Browser.desktop()) {
            Page page = signIn(desk, "linde", "demo-linde");

            Object status = page.evaluate("""
                    async () => {
                      const form = new FormData();
                      form.append('csrf', document.querySelector('input[name=csrf]').value);
                      form.append('brand', new Blob(['{}'], {type: 'application/json'}), 'brand.json');
                      return (await fetch('/portal/tenants', {method: 'POST', body: form})).status;
                    }""");

            assertThat(status).isEqualTo(403);
        }
    }

    private static Page signIn(Browser desk, String login, String password) {
        Page page = desk.page();
        page.navigate("/portal/sign-in");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("button.button-big[type=submit]").click();
        page.waitForURL("**/portal/");
        return page;
    }

    private static void upload(Page page, String json) {
        upload(page, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void upload(Page page, byte[] json) {
        page.navigate("/portal/tenants");
        choose(page, json);
    }

    private static void choose(Page page, String json) {
        choose(page, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(Page page, byte[] json) {
        page.locator("#brand").setInputFiles(new FilePayload("brand.json", "application/json", json));
        page.locator("form[enctype] button[type=submit]").click();
    }

    /** The demo's file, as another customer might have written it. */
    private static String brand() {
        try {
            return Files.readString(Folders.root().resolve("demo/brand.json"))
                    .replace("\"slug\": \"linde\"", "\"slug\": \"krone\"")
                    .replace("Gasthaus zur Linde", "Zur Krone")
                    .replace("\"localhost\"", "\"krone.localhost\"")
                    .replace("\"127.0.0.1\"", "\"www.krone.localhost\"")
                    .replace("\"linde.localhost\"", "\"shop.krone.localhost\"")
                    .replace("shop.gasthaus-linde.example", "shop.zur-krone.example")
                    .replaceFirst("(?s)\"users\": \\[.*]", "\"users\": []");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
