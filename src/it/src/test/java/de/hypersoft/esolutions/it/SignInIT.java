package de.hypersoft.esolutions.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The portal's door in a real browser. */
@SystemTest
@Tag("smoke")
class SignInIT {

    @Test
    void the_door_stands_on_a_phone_and_at_a_desk_and_nobody_is_shut_out() {
        try (Browser phone = Browser.phone();
                Browser desktop = Browser.desktop()) {
            for (Browser browser : new Browser[] {phone, desktop}) {
                browser.page().navigate("/portal/sign-in");

                assertThat(browser.accessibilityFindings()).isEmpty();
            }
            phone.photograph("sign-in-phone");
            desktop.photograph("sign-in-desktop");
        }
    }

    @Test
    void a_wrong_password_is_refused_without_javascript_and_the_login_is_kept() {
        try (Browser browser = Browser.phoneWithoutJavaScript()) {
            Page page = browser.page();
            page.navigate("/portal/sign-in");

            page.locator("input[name=login]").fill("nobody@example.test");
            page.locator("input[name=password]").fill("wrong horse battery");
            page.locator("button.button-big[type=submit]").click();

            assertThat(page.locator("input[name=login]")).hasValue("nobody@example.test");
            assertThat(page.url()).contains("/portal/");
        }
    }
}
