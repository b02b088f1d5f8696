package de.hypersoft.esolutions.it;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** Hosting staff at the browser, busy with one domain. */
final class DomainStaff implements AutoCloseable {

    private final Browser browser = Browser.desktop();
    private final Server server;
    private final String host;

    DomainStaff(Server server, String host) {
        this.server = server;
        this.host = host;
    }

    Browser browser() {
        return browser;
    }

    /** The domain's page, fresh. */
    Page open() {
        browser.page().navigate(address("/portal/domains/" + host));
        return browser.page();
    }

    /** Answers the codes of what was found. */
    @SuppressWarnings("unchecked")
    List<String> upload(Path pfx, String password) {
        Page page = open();
        page.setInputFiles("#pfx", pfx);
        page.locator("#password").fill(password);
        page.locator("form[enctype] button[type=submit]").click();
        page.waitForLoadState();
        return (List<String>) page.locator("[data-finding]").evaluateAll("all => all.map(e => e.dataset.finding)");
    }

    void activate() {
        browser.page().locator("form[action$='/activate'] button.button-big").click();
        browser.page().waitForLoadState();
    }

    void signIn() {
        Page page = browser.page();
        page.context().clearCookies();
        page.navigate(address("/portal/sign-in"));
        page.locator("input[name=login]").fill("hosting");
        page.locator("input[name=password]").fill("demo-hosting");
        page.locator("button.button-big[type=submit]").click();
        page.waitForURL("**/portal/");
    }

    String address(String path) {
        return server.visitor().base() + path;
    }

    @Override
    public void close() {
        browser.close();
    }
}
