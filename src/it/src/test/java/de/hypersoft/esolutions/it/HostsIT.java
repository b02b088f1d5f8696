package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One shop under several hosts (T47): a guest stays on the one he came by, with all that is his. */
@SystemTest
class HostsIT {

    private static final String HOST = "linde.localhost";

    @BeforeAll
    static void the_restaurant_has_a_menu() {
        Restaurant.open("linde-mitte", "Linde Mitte");
    }

    @Test
    void T47_cart_order_and_links_stay_on_the_host_the_guest_came_by_and_are_unknown_on_the_other() {
        try (Browser guest = Browser.phone()) {
            Page page = guest.page();
            List<String> met = new ArrayList<>();
            List<String> cookies = new ArrayList<>();
            page.onResponse(answer -> {
                met.add(URI.create(answer.url()).getHost());
                cookies.addAll(setCookies(answer));
            });
            page.navigate(at("/linde-mitte/articles/101?type=PICKUP"));
            page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
            page.locator("button.article-add").click();
            page.waitForURL("**/linde-mitte?**");
            page.navigate(at("/linde-mitte/checkout"));
            assertThat(page.locator(".overview")).containsText("Pizza Margherita");
            assertThat(foreignLinks(page)).isEmpty();
            page.locator("[name='guest.name']").fill("Gerda Gast");
            page.locator("[name='guest.phone']").fill("+49 30 5550100");
            page.locator("[name='guest.email']").fill("hosts@gast.example");
            page.locator("button[data-order]").click();
            page.waitForURL("**/orders/**");
            assertThat(foreignLinks(page)).isEmpty();

            assertThat(Set.copyOf(met)).as("hosts that were asked").containsExactly(HOST);
            assertThat(cookies).isNotEmpty().noneMatch(cookie -> cookie.toLowerCase(Locale.ROOT)
                    .contains("domain="));

            page.navigate(at("/linde-mitte/articles/101?type=PICKUP"));
            page.locator("fieldset[data-forced=true] input[type=radio]").first().check();
            page.locator("button.article-add").click();
            page.waitForURL("**/linde-mitte?**");
            page.navigate("/linde-mitte/cart");
            assertThat(page.locator("main")).not().containsText("Pizza Margherita");
        }
    }

    /** Addresses of this system under another host, but the one for search engines. */
    @SuppressWarnings("unchecked")
    private static List<String> foreignLinks(Page page) {
        return (List<String>) page.evaluate(
                "host => [...document.querySelectorAll('[href],[src],[action]')].filter(e => e.rel !== 'canonical')"
                        + ".map(e => e.href || e.src || e.action).filter(a => /^https?:/.test(a)"
                        + " && new URL(a).port === location.port && new URL(a).hostname !== host)",
                HOST);
    }

    private static List<String> setCookies(Response answer) {
        return answer.headersArray().stream()
                .filter(header -> header.name.equalsIgnoreCase("Set-Cookie"))
                .map(header -> header.value)
                .toList();
    }

    private static String at(String path) {
        return "http://" + HOST + ":" + (8080 + TestRun.offset()) + path;
    }
}
