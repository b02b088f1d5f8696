package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A guest watches the order; the restaurant's word arrives without asking for it again and again. */
@SystemTest
class StatusLiveIT {

    @Test
    void the_page_moves_when_the_manager_does_and_rests_in_between() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        HttpResponse<String> placed = Storefront.post(Http.visitor(), Storefront.pizza("linde-mitte"));
        String link = Http.json(placed).getString("trackingUrl").replaceAll("https?://[^/]+", "");
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        try (Browser guest = Browser.phone();
                Browser desk = Browser.desktop()) {
            guest.page().onRequest(request -> {
                if (request.url().endsWith("/version")) asked.add(request.url());
            });
            guest.page().waitForResponse(Pattern.compile(".*/live"), () -> guest.page()
                    .navigate(link));
            assertThat(guest.page().locator("#status h1")).not().containsText("hat Ihre Bestellung");

            Restaurant.signIn(desk.page());
            tick(desk.page(), Http.json(placed).getString("orderId"));

            assertThat(guest.page().locator("#status h1"))
                    .containsText(
                            "Das Restaurant hat Ihre Bestellung",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(1_500));
            assertThat(asked).as("questions, told by the server when").hasSizeLessThan(5);
        }
    }

    @Test
    void T49_a_wrong_link_listens_to_nothing() {
        HttpResponse<String> answer = Http.visitor().get("/orders/" + "x".repeat(43) + "/live");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    /** Also where the waiting call of a till that an earlier test stopped has just taken the order. */
    private static void tick(Page page, String order) {
        page.navigate("/portal/orders/" + order);
        page.locator("form[action$='/manual-transfer'] button[type=submit]")
                .first()
                .click();
        assertThat(page.locator("article[data-sheet]")).isVisible();
    }
}
