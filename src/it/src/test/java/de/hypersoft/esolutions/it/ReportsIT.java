package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A manager looks at what was sold, on the phone and at the desk, and takes it home as a file. */
@SystemTest
class ReportsIT {

    private static final String DISHES = "?by=dish&period=today";

    @Test
    void what_was_sold_is_seen_by_dish_and_by_hour_on_a_phone() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        Asker linde = Asker.signedIn("linde", "demo-linde");
        long before = pieces(linde);
        order();

        eventually("the dish is counted", () -> pieces(linde), now -> now >= before + 2);

        try (Browser phone = Browser.phone()) {
            Restaurant.signIn(phone.page());
            Page page = phone.page();
            page.navigate("/portal/more");
            page.locator("main a[href='/portal/reports']").click();
            assertThat(page.locator("h1")).hasText("Auswertungen");
            page.locator("#by").selectOption("dish");
            page.locator("#period").selectOption("today");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("#report")).hasText("Gericht");
            assertThat(row(page, "Pizza Margherita").locator("td").first())
                    .not()
                    .hasText("0");
            assertThat(page.locator("svg.bars[role=img]")).isVisible();
            assertThat(phone.accessibilityFindings()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            phone.photograph("report-dishes-phone");

            for (String by :
                    List.of("day", "hour", "weekday", "option", "rate", "payment", "type", "location", "guest")) {
                page.navigate("/portal/reports?by=" + by + "&period=this-week");
                assertThat(page.locator("#report + .charts table tbody tr").first())
                        .isVisible();
                assertThat(phone.accessibilityFindings()).as(by).isEmpty();
            }
            phone.photograph("report-guests-phone");
        }
    }

    @Test
    void free_dates_are_read_and_what_is_none_is_said_at_the_field() {
        try (Browser phone = Browser.phoneWithoutJavaScript()) {
            Restaurant.signIn(phone.page());
            Page page = phone.page();
            page.navigate("/portal/reports?period=dates&from=2026-02-02&until=2026-02-01");
            assertThat(page.locator("#until-error"))
                    .hasText("Der letzte Tag liegt vor dem ersten. Bitte einen späteren angeben.");
            assertThat(page.locator("#until")).hasAttribute("aria-invalid", "true");
            page.locator("#until").fill("2026-02-28");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main")).containsText("In diesem Zeitraum wurde nichts verkauft.");
        }
    }

    @Test
    void a_cancelled_order_is_no_sale_and_stands_in_the_file_of_all_orders() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        Asker linde = Asker.signedIn("linde", "demo-linde");
        long before = pieces(linde);
        String order = order();
        long counted = eventually("the dish is counted", () -> pieces(linde), now -> now >= before + 2);
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            Page page = desk.page();
            page.navigate("/portal/orders/" + order);
            String number = page.locator("h1").textContent().replaceAll("(?s).*?(20\\d\\d-\\d+).*", "$1");
            Locator form = page.locator("form[action$='/withdrawal']");
            page.locator(".handover details", new Page.LocatorOptions().setHas(form))
                    .locator("summary")
                    .first()
                    .click();
            form.locator("[name=reason]").fill("Der Ofen ist kaputt");
            form.locator("button[type=submit]").click();

            eventually("the order is no sale", () -> lost(linde), html -> html.contains("Nicht verkauft"));
            eventually("the dish is taken back", () -> pieces(linde), now -> now <= counted - 2);
            String file = linde.get("/portal/reports/orders.csv?period=today").body();
            assertThat(file.lines().filter(line -> line.contains(number)))
                    .singleElement()
                    .asString()
                    .contains("\"Linde Mitte\"", "\"Storniert\"", "2x Pizza Margherita");
            for (String workbook : List.of("export.xlsx", "orders.xlsx"))
                assertThat(linde.get("/portal/reports/" + workbook + DISHES).body())
                        .as(workbook)
                        .startsWith("PK");
            page.navigate("/portal/reports" + DISHES);
            desk.photograph("report-dishes-desk");
        }
    }

    private static String lost(Asker asker) {
        return asker.get("/portal/reports" + DISHES).body();
    }

    /** Of the pizza, as the file says. */
    private static long pieces(Asker asker) {
        Asker.Answer answer = asker.get("/portal/reports/export.csv" + DISHES);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .lines()
                .map(line -> line.split(","))
                .filter(cells -> Arrays.asList(cells).contains("\"101\""))
                .mapToLong(cells -> Long.parseLong(cells[3]))
                .sum();
    }

    private static Locator row(Page page, String name) {
        return page.locator("#report + .charts tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static String order() {
        return Storefront.placed(Http.visitor(), Storefront.pizza("linde-mitte"))
                .getString("orderId");
    }
}
