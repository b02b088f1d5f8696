package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Orders nobody can count on: taken by a till and never booked (handover A1), and too old to be cooked unasked (A4). */
@SystemTest
class OverdueIT {

    private static final String CHANGES = "**/portal/orders/changes*";

    @Test
    void an_order_that_a_till_took_and_never_booked_is_seen_by_manager_guest_and_mail_and_typed_in_one_act() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop();
                Browser guest = Browser.phone()) {
            Restaurant.signIn(desk.page());
            Page page = desk.page();
            DeafTill till = DeafTill.paired(page, "Linde Mitte");
            Placed order = order();
            till.takes(order.id());
            guest.page().navigate("/orders/" + order.token());
            assertThat(guest.page().locator("#status h1")).hasText("Das Restaurant hat Ihre Bestellung");
            int mails = mails(order);

            TestClock.advance(Duration.ofMinutes(3));

            eventually("the mail after three minutes", () -> mails(order), n -> n == mails + 1);
            guest.page().reload();
            assertThat(guest.page().locator("#status h1"))
                    .hasText("Das Restaurant hat Ihre Bestellung noch nicht bestätigt");
            page.navigate("/portal");
            assertThat(page.locator("[role=alert]").first()).containsText("übernommen und nicht gebucht");
            Locator line = overdue(page, "unbooked", order);
            assertThat(line).containsText("Übernommen, nicht gebucht");
            assertThat(Http.visitor().get("/portal/api/metrics/orders").body())
                    .containsPattern("esolutions_orders_unbooked [1-9]");
            line.locator("summary", new Locator.LocatorOptions().setHasText("Von Hand eintippen"))
                    .click();
            Locator reason = line.locator("form[action$='/typing'] input[name=reason]");
            reason.fill("Kasse defekt");
            whatIsHalfTypedOutlives(page, line.getAttribute("data-tag"), reason);
            assertThat(reason).hasValue("Kasse defekt");
            line.locator("form[action$='/typing'] button").click();

            assertThat(page.locator(".handover-state")).containsText("Bestellung an POS übermittelt");
            assertThat(page.locator(".typing-times")).containsText("bestellt");
            assertThat(till.books(order.id()).statusCode()).isEqualTo(204);
            page.navigate("/portal/orders/" + order.id());
            assertThat(page.locator(".handover")).containsText("vielleicht doppelt");
        }
    }

    @Test
    void revoking_a_till_leads_to_what_it_took_and_never_booked() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            Page page = desk.page();
            DeafTill till = DeafTill.paired(page, "Linde Mitte");
            Placed order = order();
            till.takes(order.id());

            page.navigate("/portal/tills");
            Locator card = DeafTill.card(page, "Linde Mitte");
            card.locator("summary", new Locator.LocatorOptions().setHasText("Kasse sperren"))
                    .click();
            card.locator("form[action$='/revocation'] button").click();

            page.waitForURL("**/portal/tills/*/orders");
            Locator line = page.locator("li.order").filter(has(page, order));
            line.locator("summary", new Locator.LocatorOptions().setHasText("Erledigt"))
                    .click();
            line.locator("input[name=receiptNumber]").fill("4711");
            line.locator("form[action$='/settlement'] button").click();
            assertThat(page.locator(".handover")).containsText("4711");
            assertThat(page.locator("article")).containsText("Als erledigt eingetragen");
        }
    }

    @Test
    void accepting_a_journal_and_replacing_a_device_lead_to_what_the_till_took_and_never_booked() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            Page page = desk.page();
            DeafTill till = DeafTill.paired(page, "Linde Mitte");
            Placed order = order();
            till.takes(order.id());
            assertThat(till.afterItsBackup().statusCode()).isEqualTo(409);

            page.navigate("/portal/tills");
            Locator card = DeafTill.card(page, "Linde Mitte");
            card.locator("summary", new Locator.LocatorOptions().setHasText("Kassenjournal"))
                    .click();
            card.locator("form[action$='/journal-acceptance'] button").click();

            page.waitForURL("**/portal/tills/*/orders");
            assertThat(page.locator("li.order").filter(has(page, order))).isVisible();
            assertThat(till.afterItsBackup().statusCode()).isNotEqualTo(409);

            page.navigate("/portal/tills");
            DeafTill.card(page, "Linde Mitte")
                    .locator("form[action$='/pin'] button")
                    .click();

            assertThat(page.locator("#pin")).isVisible();
            String owed = page.locator(".card .notice-warn").textContent();
            page.locator(".card .notice-warn a").click();
            assertThat(page.locator("li.order").filter(has(page, order))).isVisible();
            int count = page.locator("li.order").count();
            assertThat(owed).contains(count == 1 ? "Eine Bestellung hat" : count + " Bestellungen hat");
        }
    }

    @Test
    void an_order_of_yesterday_is_not_cooked_before_a_person_sent_it_to_the_till() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser desk = Browser.desktop();
                Browser guest = Browser.phone()) {
            Page page = desk.page();
            Placed order = order();
            TestClock.advance(Duration.ofHours(24));
            Restaurant.signIn(page);
            DeafTill till = DeafTill.paired(page, "Linde Mitte");

            assertThat(till.offered()).doesNotContain(order.id());
            guest.page().navigate("/orders/" + order.token());
            assertThat(guest.page().locator("#status h1")).hasText("Ihre Bestellung ist noch nicht in der Küche");
            Locator line = overdue(page, "too-old", order);
            assertThat(line).containsText("Zu alt");
            assertThat(line.locator("form[action$='/withdrawal']")).hasCount(1);
            assertThat(line.locator("form[action$='/manual-transfer']")).hasCount(1);
            line.locator("form[action$='/hand-over'] button").click();
            assertThat(page.locator(".handover")).containsText("obwohl sie alt ist");

            till.takes(order.id());
            matched(page, order);
        }
    }

    /** The match of the day on which it was placed names it, on the page and in the file. */
    private static void matched(Page page, Placed order) {
        page.navigate("/portal/days");
        page.locator("a[href$='/match']", new Page.LocatorOptions().setHasText("Linde Mitte"))
                .click();
        assertThat(page.locator("h1")).containsText("Tagesabgleich");
        Locator row = page.locator("tbody tr").filter(has(page, order));
        assertThat(row).containsText("Fehlt in der Kasse");
        String number = row.locator("a.strong").textContent().strip();
        String address = page.locator("a[href*='/match/export.csv']").getAttribute("href");
        APIResponse file = page.request().get(address);
        assertThat(file.headers().get("content-type")).startsWith("text/csv");
        assertThat(file.text().lines().filter(line -> line.contains(number)))
                .singleElement()
                .asString()
                .contains("linde-mitte", address.replaceAll(".*date=", ""), "MISSING", "EUR");
    }

    /** A newer state of that very line, and the end of the session: after signing in beside it, it can be sent. */
    private static void whatIsHalfTypedOutlives(Page page, String tag, Locator reason) {
        AtomicInteger newer = new AtomicInteger();
        page.route(CHANGES, route -> {
            Map<String, String> headers = new HashMap<>(route.request().headers());
            headers.keySet().removeAll(Set.of("x-have", "if-none-match"));
            APIResponse answer = route.fetch(new Route.FetchOptions().setHeaders(headers));
            String body = answer.text().replace(tag, tag + "-newer");
            if (body.contains("data-tag=\"" + tag + "-newer\"")) newer.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
        page.waitForResponse(answer -> answer.url().contains("/portal/orders/changes"), OverdueIT::order);
        assertThat(reason).hasValue("Kasse defekt");
        assertThat(newer.get()).isPositive();
        page.unroute(CHANGES);
        page.context().clearCookies();
        order();
        assertThat(page.locator("#offline")).containsText("abgemeldet");
        Page beside = page.context().newPage();
        Restaurant.signIn(beside);
        beside.close();
        order();
        assertThat(page.locator("#offline")).isHidden();
    }

    private record Placed(String id, String token) {}

    private static Placed order() {
        JsonObject answer = Storefront.placed(Http.visitor(), Storefront.pizza("linde-mitte"));
        return new Placed(
                answer.getString("orderId"), answer.getString("trackingUrl").replaceAll(".*/orders/([^/?#]+).*", "$1"));
    }

    private static int mails(Placed order) {
        return (int) MailServer.mailsTo("mitte@linde.example").stream()
                .filter(mail -> mail.text().contains(order.id()) && mail.text().contains("nicht gebucht"))
                .count();
    }

    /** By its reason: all reasons together fill more than one page by the time that this runs. */
    private static Locator overdue(Page page, String reason, Placed order) {
        page.navigate("/portal/orders?show=" + reason);
        return page.locator("section[aria-labelledby=" + reason + "] li.order").filter(has(page, order));
    }

    private static Locator.FilterOptions has(Page page, Placed order) {
        return new Locator.FilterOptions().setHas(page.locator("a[href*='" + order.id() + "']"));
    }
}
