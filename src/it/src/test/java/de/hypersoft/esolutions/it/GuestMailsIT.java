package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a guest who went home reads of the order, and what a brand may leave out. */
@SystemTest
class GuestMailsIT {

    @Test
    void a_guest_whose_order_is_cancelled_in_the_portal_is_written_to() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        String guest = address();
        String order = order(guest);
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            desk.page().navigate("/portal/orders/" + order);
            act(desk.page(), "/withdrawal", "Der Ofen ist kaputt");
        }

        MailServer.Mail mail = mail(guest, "Storniert:");

        assertThat(mail.text())
                .contains("wurde storniert", "Grund: Der Ofen ist kaputt", "nicht zubereitet", "/orders/");
    }

    @Test
    void an_order_that_its_till_has_is_cancelled_there_and_only_then_is_the_guest_told_by_page_and_mail() {
        try (Browser desk = Browser.desktop();
                Browser phone = Browser.phone();
                TillProcess till = Restaurant.till(desk.page(), "linde-mitte", "Linde Mitte")) {
            Restaurant.runs(till, Http.visitor().base().toString());
            String guest = address();
            JsonObject placed = placed(guest);
            String order = placed.getString("orderId");
            till.awaitLine("reported order=" + order + " .*type=SIGNED");
            Page page = desk.page();
            page.navigate("/portal/orders/" + order);

            act(page, "/void-request", "Der Ofen ist kaputt");

            assertThat(page.locator(".handover")).containsText("noch nicht geantwortet");
            till.awaitLine("event " + order + " voided");
            phone.page().navigate(URI.create(placed.getString("trackingUrl")).getPath());
            assertThat(phone.page().locator("#status h1")).not().containsText("storniert");
            awaitMailOfALaterOrder();
            assertThat(MailServer.mailsTo(guest))
                    .extracting(MailServer.Mail::subject)
                    .noneMatch(subject -> subject.startsWith("Storniert:"));

            String folder = till.folder().resolve("till").toString();
            try (TillProcess person =
                    TillProcess.started("at-the-till-" + order, "event", order, "voided", "--data", folder)) {
                person.awaitEnd();
            }

            assertThat(mail(guest, "Storniert:").text()).contains("Grund: Der Ofen ist kaputt");
            assertThat(phone.page().locator("#status h1")).hasText("Diese Bestellung wurde storniert");
            assertThat(phone.page().locator("#status")).containsText("Der Ofen ist kaputt");
            assertThat(page.locator(".handover-state")).containsText("Storniert, auch an der Kasse");
            page.navigate("/portal/orders?show=done");
            assertThat(page.locator("li.order").filter(has(page, order))).containsText("Storniert, auch an der Kasse");
        }
    }

    @Test
    void a_guest_hears_that_a_typed_order_is_accepted_and_why_one_is_rejected() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop()) {
            Page page = desk.page();
            Restaurant.signIn(page);
            String guest = address();
            tick(page, order(guest));
            status(page, "ACCEPTED");
            assertThat(mail(guest, "Angenommen:").text()).contains("angenommen", "Abholbereit:");

            act(page, "/rejection", "Der Teig ist aus");

            assertThat(mail(guest, "Abgelehnt:").text()).contains("Grund: Der Teig ist aus");
            assertThat(page.locator(".handover")).containsText("Die Bestellung ist abgelehnt");
        }
    }

    /** What came about later is told, and what comes about is told in its turn; so the silence before was meant. */
    @Test
    void a_brand_that_leaves_out_ready_writes_nothing_of_an_order_that_did_get_ready() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop()) {
            Page page = desk.page();
            Restaurant.signIn(page);
            String ready = address();
            String later = address();
            try {
                choose(page, "ready", false);
                tick(page, order(ready));
                status(page, "READY");
                tick(page, order(later));
                status(page, "ACCEPTED");

                mail(later, "Angenommen:");

                assertThat(MailServer.mailsTo(ready))
                        .extracting(MailServer.Mail::subject)
                        .isNotEmpty()
                        .noneMatch(subject -> subject.startsWith("Fertig:"));
            } finally {
                choose(page, "ready", true);
            }
        }
    }

    /** Opens what asks for a reason, gives it, and does it. */
    private static void act(Page page, String address, String reason) {
        Locator form = page.locator("form[action$='" + address + "']");
        page.locator(".handover details", new Page.LocatorOptions().setHas(form))
                .locator("summary")
                .first()
                .click();
        form.locator("[name=reason]").fill(reason);
        form.locator("button[type=submit]").click();
    }

    private static void tick(Page page, String order) {
        page.navigate("/portal/orders/" + order);
        page.locator("form[action$='/manual-transfer'] button[type=submit]")
                .first()
                .click();
    }

    private static void status(Page page, String status) {
        page.locator("form[action$='/status'] button[value=" + status + "]").click();
        assertThat(page.locator(".handover")).containsText("Der Gast sieht den neuen Status");
    }

    private static void choose(Page page, String mail, boolean wanted) {
        page.navigate("/portal/brand");
        Locator form = page.locator("form[action*='/brand/guest-mails']");
        form.locator("input[name=" + mail + "]").setChecked(wanted);
        form.locator("button").click();
        assertThat(page.locator(".notice-ok")).isVisible();
        if (wanted) assertThat(page.locator("input[name=" + mail + "]")).isChecked();
        else assertThat(page.locator("input[name=" + mail + "]")).not().isChecked();
    }

    private static MailServer.Mail mail(String guest, String subject) {
        return eventually(
                        subject,
                        () -> MailServer.mailsTo(guest).stream()
                                .filter(mail -> mail.subject().startsWith(subject))
                                .toList(),
                        mails -> mails.size() == 1)
                .get(0);
    }

    /** What is told comes in its turn: whatever was to be told before is told by then. */
    private static void awaitMailOfALaterOrder() {
        String later = address();
        order(later);
        eventually("the mail of a later order", () -> MailServer.mailsTo(later), mails -> !mails.isEmpty());
    }

    private static String address() {
        return "g" + UUID.randomUUID() + "@gast.example";
    }

    private static Locator.FilterOptions has(Page page, String order) {
        return new Locator.FilterOptions().setHas(page.locator("a[href*='" + order + "']"));
    }

    private static String order(String guest) {
        return placed(guest).getString("orderId");
    }

    private static JsonObject placed(String guest) {
        return Storefront.placed(Http.visitor(), Storefront.pizza("linde-mitte").replace("gerda@gast.example", guest));
    }
}
