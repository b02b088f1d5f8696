package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kitchen hears a new order without looking, where somebody asked for it, and hears it once. */
@SystemTest
class AlertsIT {

    private static final String COUNT =
            "window.rung = []; document.addEventListener('rung', event => window.rung.push(event.detail))";

    @Test
    void a_new_order_rings_once_however_many_tabs_are_open() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser browser = Browser.desktopWithNotifications()) {
            BrowserContext context = browser.page().context();
            context.addInitScript(COUNT);
            Restaurant.signIn(browser.page());
            Page one = list(browser.page());
            assertThat(state(one)).containsText("aus");
            one.locator("#alerts summary").click();
            one.locator("[data-alert=sound] button").click();
            assertThat(state(one)).hasText("Ton und Benachrichtigung auf diesem Gerät: an");
            assertThat(browser.accessibilityFindings()).isEmpty();
            browser.photograph("alerts-desk");
            one.waitForFunction("localStorage.getItem('alerts-known') !== null");
            Page two = list(context.newPage());
            two.locator("h1").click();
            assertThat(state(two)).hasText("Ton und Benachrichtigung auf diesem Gerät: an");
            one.evaluate("window.rung = []");
            two.evaluate("window.rung = []");

            String order = order();

            one.waitForFunction("id => id in JSON.parse(localStorage.getItem('alerts-known'))", order);
            assertThat(one.locator("li.order a[href*='" + order + "']")).isVisible();
            assertThat(two.locator("li.order a[href*='" + order + "']")).isVisible();
            Eventually.eventually(() -> assertThat(rung(one) + rung(two)).isEqualTo(1));
            one.reload();
            assertThat(state(one)).not().containsText("aus");
            assertThat(one.locator("li.order a[href*='" + order + "']")).isVisible();
            assertThat(rung(one)).isZero();
        }
    }

    @Test
    void a_notification_is_asked_for_by_a_button_and_says_which_order_came() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser browser = Browser.desktopWithNotifications()) {
            BrowserContext context = browser.page().context();
            context.grantPermissions(List.of("notifications"));
            Restaurant.signIn(browser.page());
            Page page = list(browser.page());
            page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
            page.locator("#alerts summary").click();
            page.locator("[data-alert=notify] button").click();
            assertThat(page.locator("[data-alert=notify] [data-says]")).hasText("an");
            page.locator("[data-alert-test]").click();
            page.waitForFunction(
                    "navigator.serviceWorker.ready.then(r => r.getNotifications()).then(n => n.length === 1)");
            page.waitForFunction("localStorage.getItem('alerts-known') !== null");

            String order = order();

            page.waitForFunction(
                    "id => navigator.serviceWorker.ready.then(r => r.getNotifications())"
                            + ".then(n => n.some(one => one.tag === 'new-' + id && one.title === 'Neue Bestellung'))",
                    order);
        }
    }

    @Test
    void an_order_that_waits_too_long_rings_again_and_otherwise_and_once() {
        Restaurant.open("linde-mitte", "Linde Mitte");
        try (Browser browser = Browser.desktopWithNotifications()) {
            BrowserContext context = browser.page().context();
            context.addInitScript(COUNT);
            context.grantPermissions(List.of("notifications"));
            Restaurant.signIn(browser.page());
            Page page = list(browser.page());
            page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
            page.locator("#alerts summary").click();
            page.locator("[data-alert=sound] button").click();
            page.locator("[data-alert=notify] button").click();
            page.waitForFunction("localStorage.getItem('alerts-known') !== null");
            String order = order();
            page.waitForFunction("id => JSON.parse(localStorage.getItem('alerts-known'))[id]?.late === false", order);
            page.evaluate("window.rung = []");

            TestClock.advance(Duration.ofMinutes(5));
            look(page);

            page.waitForFunction("id => JSON.parse(localStorage.getItem('alerts-known'))[id]?.late === true", order);
            page.waitForFunction("window.rung.length > 0");
            assertThat(kinds(page)).startsWith("late");
            page.waitForFunction("navigator.serviceWorker.ready.then(r => r.getNotifications())"
                    + ".then(n => n.some(one => one.title === document.body.dataset.alertLate))");
            page.evaluate("window.rung = []");
            look(page);
            assertThat(kinds(page)).doesNotContain("late");
        }
    }

    /** As the page does when something changed, and every 15 seconds. */
    private static void look(Page page) {
        page.waitForResponse(
                answer -> answer.url().contains("/portal/orders/waiting"),
                () -> page.evaluate("document.dispatchEvent(new Event('portal-changed'))"));
    }

    @Test
    void a_browser_that_blocks_notifications_says_so_and_what_to_do() {
        try (Browser browser = Browser.phone()) {
            browser.page()
                    .context()
                    .addInitScript("Object.defineProperty(Notification, 'permission', { get: () => 'denied' })");
            Restaurant.signIn(browser.page());
            Page page = list(browser.page());
            page.locator("#alerts summary").click();

            Locator notify = page.locator("[data-alert=notify]");
            assertThat(notify.locator("[data-says]")).containsText("gesperrt");
            assertThat(notify.locator("button")).isHidden();
            browser.photograph("alerts-blocked-phone");
        }
    }

    private static Page list(Page page) {
        page.navigate("/portal/orders");
        assertThat(page.locator("#alerts")).isVisible();
        return page;
    }

    private static Locator state(Page page) {
        return page.locator("[data-alert-state]");
    }

    private static String kinds(Page page) {
        return (String) page.evaluate("window.rung.join()");
    }

    private static int rung(Page page) {
        return ((Number) page.evaluate("window.rung.length")).intValue();
    }

    private static String order() {
        return Storefront.placed(Http.visitor(), Storefront.pizza("linde-mitte"))
                .getString("orderId");
    }
}
