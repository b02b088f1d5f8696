package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Friday evening's order list: an order is found on the phone while the guest speaks, and nothing jumps meanwhile. */
@SystemTest
class OrderListIT {

    private static final int A_FULL_EVENING = 60;

    @Test
    void the_order_of_a_guest_on_the_phone_is_found_beyond_the_page_as_it_is_typed() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        String wanted = order("Jörg Weißmüller-Öztürk", "0157 5550199");
        for (int i = 0; i < A_FULL_EVENING; i++) order("Abendgast", "030 5550100");
        try (Browser phone = Browser.phone()) {
            Restaurant.signIn(phone.page());
            Page page = phone.page();
            page.navigate("/portal/orders");
            assertThat(page.locator("#q")).isInViewport();

            for (String said : List.of("weissmueller", "oztuerk", "+49 157 5550199", "0157/555")) {
                page.locator("#q").fill(said);
                assertThat(page.locator("li.order")).hasCount(1);
                assertThat(page.locator("li.order a[href*='" + wanted + "']")).isVisible();
            }
            assertThat(page.locator("[data-part=found]")).hasText("1 Bestellung");
            assertThat(phone.accessibilityFindings()).isEmpty();
            phone.photograph("order-list-found-phone");

            page.locator("#q").press("Enter");
            page.waitForURL("**/orders?**q=0157**");
            assertThat(page.locator("li.order a[href*='" + wanted + "']")).isVisible();
            page.locator("#q").fill("niemand");
            assertThat(page.locator("[data-part=found]")).containsText("Nichts gefunden für »niemand«");
        }
    }

    @Test
    void a_new_order_comes_alone_and_leaves_focus_and_half_typed_words_as_they_are() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        for (int i = 0; i < 3; i++) order("Stammgast", "030 5550100");
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            Page page = desk.page();
            page.navigate("/portal/orders?q=Stammgast");
            assertThat(page.locator("li.order").first()).isVisible();
            int before = page.locator("li.order").count();
            page.locator("li.order a").first().focus();
            String focused = (String) page.evaluate("document.activeElement.id");
            page.evaluate("[...document.querySelectorAll('li.order')].forEach(line => line.wasThere = true)");
            List<String> answers = Collections.synchronizedList(new ArrayList<>());
            page.onResponse(response -> keep(response, answers));

            String fresh = order("Stammgast", "030 5550100");

            assertThat(page.locator("li.order a[href*='" + fresh + "']")).isVisible();
            assertThat(page.locator("li.order")).hasCount(before + 1);
            assertThat(page.evaluate("[...document.querySelectorAll('li.order')].filter(line => line.wasThere).length"))
                    .isEqualTo(before);
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo(focused);
            assertThat(answers)
                    .filteredOn(html -> html.contains(fresh))
                    .isNotEmpty()
                    .allSatisfy(html -> assertThat(html.split("<li ")).hasSize(2));

            page.locator("#q").focus();
            page.keyboard().press("End");
            page.keyboard().insertText(" H");
            String later = order("Stammgast Huber", "030 5550100");
            assertThat(page.locator("li.order")).hasCount(1);
            assertThat(page.locator("li.order a[href*='" + later + "']")).isVisible();
            assertThat(page.locator("#q")).hasValue("Stammgast H");
            assertThat(page.locator("#q")).isFocused();
        }
    }

    @Test
    void every_waiting_order_is_on_one_page_and_only_one_while_new_ones_come_in() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < A_FULL_EVENING; i++) waiting.add("/portal/orders/" + order("Wartend", "030 5550100"));
        try (Browser phone = Browser.phoneWithoutJavaScript()) {
            Restaurant.signIn(phone.page());
            Page page = phone.page();
            page.navigate("/portal/orders");
            Locator first = page.locator("section[aria-labelledby=waiting]");
            int said = Integer.parseInt(first.locator("h2 .badge").textContent());
            assertThat(page.title()).startsWith("(" + said + ")");
            List<String> seen = new ArrayList<>(orders(page));
            List<String> ofTheFirstPage = List.copyOf(seen);
            assertThat(seen).doesNotHaveDuplicates();
            seen.clear();
            page.navigate("/portal/orders?show=waiting");
            seen.addAll(orders(page));
            while (page.locator("a[rel=next]").count() > 0) {
                order("Später", "030 5550100");
                page.locator("a[rel=next]").click();
                seen.addAll(orders(page));
            }

            assertThat(seen).doesNotHaveDuplicates().containsAll(waiting);
            assertThat(seen.subList(0, 50)).isEqualTo(ofTheFirstPage.subList(0, 50));
        }
    }

    private static void keep(Response response, List<String> answers) {
        if (response.url().contains("/orders/changes") && response.status() == 200) answers.add(response.text());
    }

    private static List<String> orders(Page page) {
        return page.locator("a[data-order]").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static String order(String guest, String phone) {
        return Storefront.placed(
                        Http.visitor(),
                        Storefront.pizza("linde-mitte")
                                .replace("Gerda Gast", guest)
                                .replace("+49 30 5550100", phone))
                .getString("orderId");
    }
}
