package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.hypersoft.esolutions.it.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The picture at the head of the shop, from the portal's form to the guest's start page. */
@SystemTest
@Tag("long")
class HeaderPictureIT {

    /** One pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Test
    void a_manager_of_all_locations_sets_it_guests_see_it_and_it_can_be_removed() {
        try (Browser desk = Browser.desktop();
                Browser guest = Browser.phone()) {
            Page page = desk.page();
            Restaurant.signIn(page);

            upload(page, "logo.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#picture-error")).containsText("kein PNG");
            assertThat(desk.accessibilityFindings()).isEmpty();
            upload(page, "large.png", new byte[6 * 1024 * 1024 + 1]);
            assertThat(page.locator("#picture-error")).containsText("6 MB");
            assertThat(page.locator(".brand-picture")).hasCount(0);

            upload(page, "inn.png", PNG);
            assertThat(page.locator(".notice-ok")).containsText("Gespeichert");
            assertThat(page.locator(".brand-picture")).isVisible();
            assertThat(desk.accessibilityFindings()).isEmpty();
            eventually("the picture on the start page", () -> pictures(guest.page()), shown -> shown == 1);
            String address = guest.page().locator(".header-picture").getAttribute("src");
            var answer = Http.visitor().get(address);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            assertThat(guest.accessibilityFindings()).isEmpty();

            page.locator("form[action*='picture-removal'] button").click();
            assertThat(page.locator(".notice-ok")).containsText("entfernt");
            eventually("no picture any more", () -> pictures(guest.page()), shown -> shown == 0);
            assertThat(Http.visitor().get(address).statusCode()).isEqualTo(404);
        }
    }

    private static int pictures(Page guest) {
        guest.navigate("/?all=");
        return guest.locator(".header-picture").count();
    }

    private static void upload(Page page, String name, byte[] content) {
        page.navigate("/portal/brand");
        page.locator("#picture").setInputFiles(new FilePayload(name, "image/png", content));
        page.locator("form[enctype] button[type=submit]").click();
    }
}
