package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A restaurant without a till brings its menu in a file, on a phone, and guests order from it. */
@SystemTest
class MenuFileIT {

    private static final String MENU = "Nr;Kategorie;Gericht;Preis;Optionen;Optionsgruppe;Anzahl\r\n"
            + "1;Suppen;Käsesuppe;4,50;Beilage;;\r\n2;Getränke;Cola <b>kalt</b>;2,50;;;\r\n3;Suppen;Gulasch;viel;;;\r\n"
            + ";;Brot;0,00;;Beilage;1\r\n;;Knödel;1,50;;Beilage;\r\n";

    @Test
    void a_table_becomes_the_menu_that_guests_see_and_a_second_one_changes_it() {
        try (Browser hosting = Browser.desktop();
                Browser phone = Browser.phone()) {
            OwnRestaurant own = OwnRestaurant.bring(hosting, "dateikarte", "EUR", location -> location);
            Page page = phone.page();
            own.signIn(page);
            page.navigate("/portal/sync");
            page.locator("a[href*='/files']").click();
            assertThat(page.locator("h1")).containsText("Speisekarte aus einer Datei");
            assertThat(phone.accessibilityFindings()).isEmpty();
            phone.photograph("portal-menu-file-phone");

            send(page, "karte.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".notice-bad")).containsText("Das ist ein PDF");

            send(page, "karte.csv", MENU.getBytes(Charset.forName("windows-1252")));
            assertThat(page.locator("h1")).containsText("Datei ansehen");
            assertThat(page.locator("main")).containsText("2 Gerichte zu verkaufen: 2 neu");
            assertThat(page.locator("main")).containsText("Zeile 4");
            assertThat(page.locator("main")).containsText("ist kein Preis");
            assertThat(page.locator("tbody")).containsText("Cola <b>kalt</b>");
            page.locator("details summary").first().click();
            page.locator("details summary").last().click();
            assertThat(page.locator("#column-2")).hasValue("NAME");
            assertThat(page.locator("input[name=drinks][value='Getränke']")).isChecked();
            assertThat(phone.accessibilityFindings()).isEmpty();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(page.viewportSize().width + 1);
            phone.photograph("portal-menu-file-look-phone");
            assertThat(shop(own)).doesNotContain("Käsesuppe");

            take(page, "now");
            assertThat(page.locator("main")).containsText("ausgelassen");
            guestsSee(own, "Käsesuppe", "4,50", "Cola &lt;b&gt;kalt");
            assertThat(shop(own)).doesNotContain("Gulasch");

            String taken = page.request()
                    .get(page.url().replaceAll("/report.*", "/files/menu.csv"))
                    .text();
            assertThat(taken).contains("Käsesuppe", "4,50", "Knödel");
            page.navigate("/portal/sync");
            page.locator("a[href*='/files']").click();
            send(page, "neu.csv", taken.replace("4,50", "4,90").getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody")).containsText("geändert");
            take(page, "later");
            assertThat(shop(own)).contains("4,50");
            page.navigate("/portal/sync");
            page.locator("form[action$='/publish'] button").click();
            guestsSee(own, "4,90");
            page.navigate("/portal/audit");
            assertThat(page.locator("tbody")).containsText("Speisekarte aus Datei übernommen");
        }
    }

    private static void send(Page page, String name, byte[] content) {
        page.locator("#menu").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        page.locator("form[enctype] button[type=submit]").click();
    }

    private static void take(Page page, String when) {
        Locator form = page.locator(
                "form[action$='/take']", new Page.LocatorOptions().setHas(page.locator("input[value=" + when + "]")));
        form.locator("button").click();
        page.waitForURL("**/report?version=*");
    }

    /** Menus are live within two seconds. */
    private static void guestsSee(OwnRestaurant own, String... texts) {
        Eventually.eventually(() -> assertThat(shop(own)).contains(texts));
    }

    private static String shop(OwnRestaurant own) {
        return Http.visitor()
                .get("/" + own.location() + "?type=PICKUP", "Host", own.host())
                .body();
    }
}
