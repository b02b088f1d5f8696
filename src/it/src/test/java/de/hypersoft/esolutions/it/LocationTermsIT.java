package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What a manager says about a location is what its guests meet: single days and delivery areas. */
@SystemTest
class LocationTermsIT {

    @Test
    void a_day_that_is_closed_can_be_set_seen_removed_and_put_back() {
        try (Browser desk = Browser.desktop()) {
            Page page = open(desk, "/special-days");
            page.locator("#date").fill("2031-12-24");
            page.locator("#form button[type=submit]").click();
            assertThat(page.locator("#date-error")).containsText("außerhalb");
            assertThat(page.locator("#date")).hasValue("2031-12-24");

            page.locator("#date").fill("2027-12-24");
            page.locator("#hours").fill("11:00-14:00, 13:00-15:00");
            page.locator("#form button[type=submit]").click();
            assertThat(page.locator("#hours-error")).containsText("überschneiden");
            page.locator("#hours").fill("11:00-14:00");
            page.locator("#form button[type=submit]").click();
            assertThat(day(page)).containsText("11:00-14:00");

            day(page).locator("details summary").click();
            day(page).locator("details button").click();
            assertThat(day(page)).hasCount(0);
            page.locator("[data-undo]").click();
            assertThat(day(page)).containsText("11:00-14:00");
            assertThat(desk.accessibilityFindings()).isEmpty();
        }
    }

    @Test
    void a_delivery_area_is_refused_at_its_field_and_reaches_the_guest_once_it_is_right() {
        try (Browser desk = Browser.desktop()) {
            Page page = open(desk, "/delivery");
            fill(page, "13599, 1359", "12,00", "1,50");
            assertThat(page.locator("#postcodes-error")).containsText("1359 ist dort keine Postleitzahl");
            fill(page, "13599", "zwölf", "1,50");
            assertThat(page.locator("#minimum-error")).containsText("Betrag");
            assertThat(page.locator("#postcodes")).hasValue("13599");
            assertThat(delivers("13599")).isFalse();

            fill(page, "13599, 13597", "12,00", "1,50");
            assertThat(area(page)).containsText("12,00");
            assertThat(delivers("13599")).isTrue();

            area(page).locator("details summary").click();
            area(page).locator("details button").click();
            assertThat(area(page)).hasCount(0);
            assertThat(delivers("13599")).isFalse();
            page.locator("[data-undo]").click();
            assertThat(area(page)).containsText("13597, 13599");
            assertThat(delivers("13597")).isTrue();
            assertThat(desk.accessibilityFindings()).isEmpty();
        }
    }

    /** Whatever its label needs: a field that stands lower than its neighbour is read as one of another row. */
    @Test
    void the_fields_of_a_row_stand_on_one_line() {
        try (Browser desk = Browser.desktop()) {
            Page page = open(desk, "/delivery");
            page.locator("#form").scrollIntoViewIfNeeded();
            desk.photograph("portal-delivery-form-desk");
            assertThat(lines(page)).isEqualTo(rows(page));
            fill(page, "13599", "zwölf", "1,50");
            assertThat(page.locator("#minimum-error")).isVisible();
            desk.photograph("portal-delivery-form-refused-desk");
            assertThat(lines(page)).isEqualTo(rows(page));
            page.locator(".back").click();
            desk.photograph("portal-location-form-desk");
            assertThat(lines(page)).isEqualTo(rows(page));
        }
    }

    /** How many heights the fields of all grids begin at. */
    private static int lines(Page page) {
        return ((Number) page.evaluate("""
                () => new Set([...document.querySelectorAll('.form-grid > div.field > .input')]
                    .map(field => Math.round(field.getBoundingClientRect().top))).size""")).intValue();
    }

    private static int rows(Page page) {
        return ((Number) page.evaluate("""
                () => [...document.querySelectorAll('.form-grid')].reduce((rows, grid) =>
                    rows + Math.ceil(grid.querySelectorAll(':scope > div.field').length
                        / getComputedStyle(grid).gridTemplateColumns.split(' ').length), 0)""")).intValue();
    }

    @Test
    void T49_a_manager_of_another_location_gets_neither_page() {
        try (Browser all = Browser.desktop();
                Browser one = Browser.desktop()) {
            Page page = open(all, "/delivery");
            String address = page.url();
            page = one.page();
            page.navigate("/portal/sign-in");
            page.locator("input[name=login]").fill("nord");
            page.locator("input[name=password]").fill("demo-linde-nord");
            page.locator("button.button-big[type=submit]").click();
            page.waitForURL("**/portal/");

            assertThat(page.navigate(address).status()).isEqualTo(404);
            assertThat(page.navigate(address.replace("/delivery", "/special-days"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private static Page open(Browser desk, String below) {
        Restaurant.signIn(desk.page());
        desk.page().navigate("/portal/locations");
        desk.page()
                .locator("li.card", new Page.LocatorOptions().setHasText("Linde Mitte"))
                .locator("a[href$='" + below + "']")
                .click();
        desk.page().waitForURL("**" + below);
        return desk.page();
    }

    private static void fill(Page page, String postcodes, String minimum, String fee) {
        page.locator("#postcodes").fill(postcodes);
        page.locator("#minimum").fill(minimum);
        page.locator("#fee").fill(fee);
        page.locator("#form button[type=submit]").click();
    }

    private static Locator day(Page page) {
        return page.locator("li.line", new Page.LocatorOptions().setHasText("24.12.2027"));
    }

    private static Locator area(Page page) {
        return page.locator("li.line", new Page.LocatorOptions().setHasText("13599"));
    }

    /** Whether the storefront API names this postcode; only Linde Mitte ever does. */
    private static boolean delivers(String postcode) {
        return Http.visitor().get("/api/v1/locations").body().contains("\"" + postcode + "\"");
    }
}
