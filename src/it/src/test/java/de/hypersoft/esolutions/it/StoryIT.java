package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The road of an order as people walk it: guest on a phone, manager at a desk, and the real till program. */
@SystemTest
class StoryIT {

    private static final String BASE = Http.visitor().base().toString();

    @Test
    void T27_T25_a_ticked_order_never_reaches_the_till_and_everything_else_does() {
        try (Browser guest = Browser.phone();
                Browser desk = Browser.desktop();
                TillProcess till = Restaurant.till(desk.page(), "linde-mitte", "Linde Mitte")) {
            till.runs(
                    "run",
                    "--data",
                    "{folder}/till",
                    "--portal",
                    BASE,
                    "--auto-release",
                    "on",
                    "--backoff-max-ms",
                    "500");
            till.awaitLine("ready till=");
            String first = guestOrders(guest.page(), "Erste Bestellung");
            till.awaitLine("booked order=" + first);
            assertThat(guest.page().locator("#status h1"))
                    .hasText(Pattern.compile("Das Restaurant hat Ihre Bestellung|angenommen|zubereitet"));

            till.kill();
            String second = guestOrders(guest.page(), "Zweite Bestellung");
            assertThat(guest.page().locator("#status")).not().containsText("Das Restaurant hat Ihre Bestellung");
            // Its own after five minutes; with others in one when the location was written to within half an hour.
            TestClock.advance(Duration.ofMinutes(35));
            eventually("the mail about it", () -> mailsAbout(second), n -> n == 1);

            leadsTo(second);
            managerTicks(desk.page(), second, "4711");
            String third = guestOrders(guest.page(), "Dritte Bestellung");
            till.start();
            till.awaitLine("booked order=" + third);

            assertThat(till.log()).doesNotContain("order=" + second);
            assertThat(countOf("till-core booked order=" + first, till.log())).isEqualTo(1);
            assertThat(countOf("till-core booked order=" + third, till.log())).isEqualTo(1);
        }
    }

    /** A pizza for pickup, from the list of locations to the page with the number; the id is the order's. */
    private static String guestOrders(Page page, String note) {
        page.navigate("/?all=");
        page.locator("a.place", new Page.LocatorOptions().setHasText("Linde Mitte"))
                .click();
        page.waitForURL(Pattern.compile(".*/linde-mitte.*"));
        page.navigate("/linde-mitte/articles/101");
        page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
        page.locator("button.article-add").click();
        page.waitForURL(Pattern.compile(".*/linde-mitte\\?.*"));
        page.navigate("/linde-mitte/checkout");
        page.locator("[name='guest.name']").fill("Gerda Gast");
        page.locator("[name='guest.phone']").fill("+49 30 5550100");
        page.locator("[name='guest.email']").fill("gerda@gast.example");
        page.locator("#note").fill(note);
        assertThat(page.locator("button[data-order]")).hasText("Zahlungspflichtig bestellen");
        page.locator("button[data-order]").click();
        page.waitForURL(Pattern.compile(".*/orders/.*"));
        return orderId(page);
    }

    /** The status page knows the secret link, the storefront API tells the order's id to whoever has it. */
    private static String orderId(Page page) {
        String token = page.url().replaceAll(".*/orders/([^/?#]+).*", "$1");
        return Http.json(Http.visitor().get("/api/v1/orders/" + token)).getString("orderId");
    }

    private static void managerTicks(Page page, String orderId, String receipt) {
        page.navigate("/portal/orders");
        assertThat(page.locator("section[aria-labelledby=waiting] a[href*='" + orderId + "']")
                        .first())
                .isVisible();
        page.navigate("/portal/orders/" + orderId);
        page.locator("button[data-tick]").click();
        assertThat(page.locator("article[data-sheet]")).containsText("Zweite Bestellung");
        page.locator("input[name=receiptNumber]").fill(receipt);
        page.locator("form[action$='/receipt'] button[type=submit]").click();
        assertThat(page.locator(".handover")).containsText("Eingetragen");
    }

    private static long mailsAbout(String orderId) {
        return MailServer.mailsTo("mitte@linde.example").stream()
                .filter(mail -> mail.text().contains(orderId))
                .count();
    }

    /** The mail about the order leads to it; whoever is not signed in yet comes there by the sign-in page. */
    private static void leadsTo(String orderId) {
        String text = MailServer.mailsTo("mitte@linde.example").stream()
                .map(MailServer.Mail::text)
                .filter(mail -> mail.contains(orderId))
                .findFirst()
                .orElseThrow();
        Matcher link =
                Pattern.compile("(http://\\S+)(/portal/orders/" + orderId + ")").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        var answer = Http.on(link.group(1)).get(link.group(2));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith("/portal/sign-in?next=")
                .contains(orderId);
    }

    private static int countOf(String text, String log) {
        Matcher found = Pattern.compile(Pattern.quote(text)).matcher(log);
        int count = 0;
        while (found.find()) count++;
        return count;
    }
}
