package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An evening on which no till fetches anything: two thousand orders wait, and the list is still a list. */
@Tag("long")
@OwnServers
class FullHouseIT {

    private static final int WAITING = 2_000;
    private static final int FURTHER = 150;

    /** Far above what it takes on a machine that does other things as well; a list that reads them all takes longer. */
    private static final double PATIENCE_MILLIS = 5_000;

    private static Server server;
    private static String wanted;

    @BeforeAll
    static void two_thousand_orders_wait() {
        server = Server.started(
                "full-house",
                FURTHER,
                Map.of(),
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"),
                "esolutions.shop.orders-per-minute=0");
        Restaurant.paired(server, "linde-mitte").close();
        wanted = order("Zoë Zuerst", "0157 5550123"); // the last of the last page: the newest come first
        List<Integer> refused = IntStream.range(1, WAITING)
                .parallel()
                .map(i -> place("Gast" + i, "030 5550100").statusCode())
                .filter(status -> status != 201)
                .boxed()
                .toList();
        assertThat(refused).isEmpty();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_list_shows_fifty_counts_all_and_finds_the_first_of_two_thousand() {
        try (Browser desk = Browser.desktopAt(server)) {
            Page page = desk.page();
            Restaurant.signIn(page);
            page.navigate("/portal/orders"); // once before it is measured: a server that just started compiles it
            page.navigate("/portal/orders");

            assertThat(page.locator("section[aria-labelledby=waiting] h2 .badge"))
                    .hasText(String.valueOf(WAITING));
            assertThat(page.title()).startsWith("(" + WAITING + ")");
            assertThat(page.locator("section[aria-labelledby=waiting] li.order"))
                    .hasCount(50);
            double list = ((Number) page.evaluate(DURATION)).doubleValue();
            page.locator("#q").fill("zoe zuerst");
            assertThat(page.locator("li.order")).hasCount(1);
            assertThat(page.locator("li.order a[href*='" + wanted + "']")).isVisible();
            assertThat(page.locator("[data-part=found]")).hasText("1 Bestellung");
            page.navigate("/portal/orders?q=0157%205550123");
            assertThat(page.locator("li.order a[href*='" + wanted + "']")).isVisible();
            double search = ((Number) page.evaluate(DURATION)).doubleValue();
            page.navigate("/portal/orders?q=Gast");
            assertThat(page.locator("[data-part=found]")).containsText(String.valueOf(WAITING - 1));
            double many = ((Number) page.evaluate(DURATION)).doubleValue();

            System.out.printf(
                    "%,d orders waiting: list %.0f ms, search for one %.0f ms, for nearly all %.0f ms%n",
                    WAITING, list, search, many);
            assertThat(List.of(list, search, many)).allMatch(millis -> millis < PATIENCE_MILLIS);
        }
    }

    /** From the click until the page has come, as the browser measured it. */
    private static final String DURATION = "() => performance.getEntriesByType('navigation')[0].responseEnd";

    private static String order(String guest, String phone) {
        HttpResponse<String> answer = place(guest, phone);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer).getString("orderId");
    }

    private static HttpResponse<String> place(String guest, String phone) {
        return Storefront.post(
                server.visitor(),
                Storefront.pizza("linde-mitte").replace("Gerda Gast", guest).replace("+49 30 5550100", phone));
    }
}
