package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.util.List;
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
            Locator cancel = desk.page().locator("form[action*='/withdrawal']");
            desk.page()
                    .locator("details", new Page.LocatorOptions().setHas(cancel))
                    .locator("summary")
                    .first()
                    .click();
            cancel.locator("[name=reason]").fill("Der Ofen ist kaputt");
            cancel.locator("button[type=submit]").click();
        }

        MailServer.Mail mail = mail(guest, "Storniert:");

        assertThat(mail.text()).contains("wurde storniert", "nicht zubereitet", "/orders/");
        assertThat(mail.text()).doesNotContain("Ofen");
    }

    @Test
    void a_guest_hears_that_a_typed_order_is_accepted_and_why_one_is_rejected_and_a_brand_leaves_out_ready() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop()) {
            Page page = desk.page();
            Restaurant.signIn(page);
            choose(page, "ready", false);
            String guest = address();
            String order = order(guest);
            page.navigate("/portal/orders/" + order);
            page.locator("form[action$='/manual-transfer'] button[type=submit]")
                    .first()
                    .click();

            String session = page.locator("input[name=csrf]").first().inputValue();
            for (String status : List.of("ACCEPTED", "READY", "REJECTED"))
                page.request()
                        .post(
                                "/portal/orders/" + order + "/status",
                                RequestOptions.create()
                                        .setForm(FormData.create()
                                                .set("csrf", session)
                                                .set("status", status)
                                                .set("reason", "Der Teig ist aus")));

            assertThat(mail(guest, "Abgelehnt:").text()).contains("Grund: Der Teig ist aus");
            assertThat(MailServer.mailsTo(guest))
                    .extracting(MailServer.Mail::subject)
                    .noneMatch(subject -> subject.startsWith("Fertig:"));
            choose(page, "ready", true);
        }
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

    private static String address() {
        return "g" + UUID.randomUUID() + "@gast.example";
    }

    private static String order(String guest) {
        HttpResponse<String> placed = Http.visitor()
                .postJson(
                        "/api/v1/orders",
                        Storefront.pizza("linde-mitte").replace("gerda@gast.example", guest),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        return Http.json(placed).getString("orderId");
    }
}
