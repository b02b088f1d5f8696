package de.hypersoft.esolutions.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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

    /** The domain's page, fresh; the one before may be loading itself anew at this moment. */
    Page open() {
        Eventually.within(Duration.ofSeconds(10), "the page of " + host, this::arrives, yes -> yes);
        return browser.page();
    }

    private boolean arrives() {
        try {
            browser.page().navigate(address("/portal/domains/" + host));
            return true;
        } catch (PlaywrightException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("ERR_ABORTED") || said.contains("interrupted by another navigation")) return false;
            throw e;
        }
    }

    List<String> upload(Path file, String password) {
        return upload(List.of(file), password);
    }

    /** Answers the codes of what was found. */
    @SuppressWarnings("unchecked")
    List<String> upload(List<Path> files, String password) {
        Page page = open();
        page.setInputFiles("#pfx", files.toArray(Path[]::new));
        page.locator("#password").fill(password);
        browser.leave("form[enctype] button[type=submit]");
        return (List<String>) page.locator("[data-finding]").evaluateAll("all => all.map(e => e.dataset.finding)");
    }

    void activate() {
        browser.leave("form[action$='/activate'] button.button-big");
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

    /** A domain of the only customer. */
    void register(String name) {
        browser.page().navigate(address("/portal/domains"));
        browser.page().locator("#host").fill(name);
        browser.page().locator("form.narrow button[type=submit]").click();
        browser.page().waitForURL("**/portal/domains/*");
    }

    /** Of the certificate that a client sees, as OpenSSL writes it; empty while it is refused. */
    String serialShown(String under) {
        try (TlsLine line = TlsLine.to(server.port(8443), under)) {
            String digits = line.shown().getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
            return digits.length() % 2 == 0 ? digits : "0" + digits;
        } catch (IOException refused) {
            return "";
        }
    }

    void awaitShown(String under, String serial) {
        Eventually.within(Duration.ofSeconds(2), "the certificate " + serial, () -> serialShown(under), serial::equals);
    }

    String address(String path) {
        return server.visitor().base() + path;
    }

    @Override
    public void close() {
        browser.close();
    }
}
