package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** T65 as people meet it: a guest asks to be forgotten, the manager hands the data out and erases them. */
@SystemTest
class GuestDataIT {

    private final String who = "Zenobia" + UUID.randomUUID().toString().substring(0, 8);
    private final String mail = who.toLowerCase() + "@gast.example";

    @Test
    void a_guest_who_asks_to_be_forgotten_is_found_handed_out_and_erased_and_the_order_stays() throws IOException {
        Restaurant.open("linde-mitte", "Linde Mitte");
        JsonObject order = order();
        String sheet = "/portal/orders/" + order.getString("orderId");
        String status = order.getString("trackingUrl").replaceFirst(".*/orders/", "/orders/");
        eventually("confirmed", () -> MailServer.mailsTo(mail), mails -> mails.size() == 1);
        try (Browser guest = Browser.phone();
                Browser desk = Browser.desktop()) {
            guest.page().navigate(status);
            guest.page().locator("button[value=ERASURE]").click();
            assertThat(guest.page().locator("section[aria-labelledby=guest-data]"))
                    .containsText("Wunsch nach Löschung");
            assertThat(guest.page().locator("button[value=ERASURE]")).hasCount(0);
            assertThat(guest.accessibilityFindings()).isEmpty();
            guest.photograph("guest-data-status-phone");

            Page page = desk.page();
            Restaurant.signIn(page);
            eventually(
                    "the location hears of it",
                    () -> mailsAbout(page, order.getString("orderNumber")),
                    subjects -> subjects.stream().anyMatch(subject -> subject.contains("löschen lassen")));
            page.navigate("/portal/");
            page.locator("a[href*='/portal/guests'][href$='#requests']").click();
            page.locator("#requests ~ ul li", having(page, order.getString("orderNumber")))
                    .locator("form[action*='/guests/one'] button")
                    .first()
                    .click();
            assertThat(page.locator("fieldset")).containsText(who);
            page.locator("[name=sure]").check();
            page.locator(".button-danger").click();
            assertThat(page.locator(".notice-bad")).containsText("noch nicht vorbei");

            over(page, sheet);
            find(page, mail);
            assertThat(page.locator("fieldset")).containsText(who);
            assertThat(desk.accessibilityFindings()).isEmpty();
            desk.photograph("guest-data-found-desk");
            Download file = page.waitForDownload(
                    () -> page.locator("button.button-quiet:has-text('JSON')").click());
            assertThat(Files.readString(file.path())).contains(who, mail, "+49 30 5550100", "ORDER_CONFIRMATION");

            page.locator(".button-danger").click();
            assertThat(page.locator(".notice-bad")).containsText("Kästchen");
            page.locator("[name=sure]").check();
            page.locator(".button-danger").click();
            assertThat(page.locator(".notice-ok")).containsText("einer Bestellung");

            assertThat(guest.page().navigate(status).status()).isEqualTo(404);
            page.navigate(sheet);
            assertThat(page.locator("[data-sheet]")).not().containsText(who);
            assertThat(page.locator("[data-sheet]")).containsText("wurden nach Ablauf der Frist");
            assertThat(page.locator(".typing-total")).isVisible();
            page.navigate("/portal/mails");
            assertThat(page.locator("#main")).not().containsText(mail);
            find(page, mail);
            assertThat(page.locator("#main")).containsText("kein Gast mehr gespeichert");
        }
    }

    private static void find(Page page, String guest) {
        page.navigate("/portal/guests/one");
        page.locator("#guest").fill(guest);
        page.locator("#main form[action*='/guests/one'] button[type=submit]")
                .first()
                .click();
    }

    private static Page.LocatorOptions having(Page page, String text) {
        return new Page.LocatorOptions().setHas(page.getByText(text, new Page.GetByTextOptions().setExact(true)));
    }

    /** Typed into the till by hand, and done. */
    private static void over(Page page, String sheet) {
        page.navigate(sheet);
        page.locator("form[action$='/manual-transfer'] button[type=submit]")
                .first()
                .click();
        assertThat(page.locator("form[action$='/manual-transfer/removal']").first())
                .isAttached();
        Locator token = page.locator("input[name=csrf]").first();
        page.request()
                .post(
                        sheet + "/status",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("csrf", token.inputValue())
                                        .set("status", "COMPLETED")
                                        .set("reason", "")));
    }

    private static List<String> mailsAbout(Page page, String number) {
        page.navigate("/portal/mails");
        return page.locator(".mail a", new Page.LocatorOptions().setHasText(number))
                .allTextContents();
    }

    private JsonObject order() {
        return Storefront.placed(
                Http.visitor(),
                Storefront.pizza("linde-mitte").replace("Gerda Gast", who).replace("gerda@gast.example", mail));
    }
}
