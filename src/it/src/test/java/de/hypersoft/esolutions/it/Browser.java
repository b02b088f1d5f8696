package de.hypersoft.esolutions.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visitor with a real browser, on a phone or at a desk. Chromium is started once for each {@link Lane}; each visitor has its own cookies. */
public final class Browser implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;

    private Browser(com.microsoft.playwright.Browser.NewContextOptions options) {
        this(options, Http.visitor().base().toString());
    }

    private Browser(com.microsoft.playwright.Browser.NewContextOptions options, String base) {
        this(shell(), options.setBaseURL(base));
    }

    private Browser(Path program, com.microsoft.playwright.Browser.NewContextOptions options) {
        this.context = running(program).newContext(options);
        this.page = context.newPage();
    }

    public static Browser phone() {
        return new Browser(mobile());
    }

    public static Browser desktop() {
        return new Browser(desk());
    }

    public static Browser phoneAt(Server server) {
        return new Browser(mobile(), server.base());
    }

    public static Browser desktopAt(Server server) {
        return new Browser(desk(), server.base());
    }

    public static Browser phoneWithoutJavaScript() {
        return new Browser(german().setViewportSize(390, 844).setJavaScriptEnabled(false));
    }

    /**
     * With the service worker of our pages. The others go without: each worker is a process, sends requests past what a
     * test holds up, and may keep the browser from closing while it starts.
     */
    public static Browser phoneWithWorker() {
        return withWorker(shell(), mobile());
    }

    /** The same at a desk. */
    public static Browser desktopWithWorker() {
        return withWorker(shell(), desk());
    }

    /** The same in the browser that people have: the shell grants no notifications. */
    public static Browser desktopWithNotifications() {
        return withWorker(executable(), desk());
    }

    private static Browser withWorker(Path program, com.microsoft.playwright.Browser.NewContextOptions options) {
        String base = Http.visitor().base().toString();
        return new Browser(program, options.setBaseURL(base).setServiceWorkers(ServiceWorkerPolicy.ALLOW));
    }

    public Page page() {
        return page;
    }

    /** Clicks, and waits until another page stands in the place of this one, at whatever address. */
    public void leave(String button) {
        page.evaluate("() => document.documentElement.dataset.left = ''");
        page.locator(button).click();
        page.waitForSelector("html:not([data-left])");
    }

    /** The network of this visitor goes, or comes back. */
    public void offline(boolean away) {
        context.setOffline(away);
    }

    /** The whole page as a picture in {@code target/screenshots}; only with {@code -Dit.pictures}, they take long. */
    public void photograph(String name) {
        if (!Boolean.getBoolean("it.pictures")) return;
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(TestRun.home().resolveSibling("screenshots").resolve(name + ".png")));
    }

    /** What axe-core finds on this page against WCAG 2.1 A and AA and its best practices: rule, element, hint. */
    @SuppressWarnings("unchecked")
    public List<String> accessibilityFindings() {
        page.evaluate(axe());
        return (List<String>) page.evaluate(
                "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap("
                        + "v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' - ' + v.help))");
    }

    @Override
    public void close() {
        Lane.current().close(context);
    }

    static void closeAll() {
        for (Lane lane : Lane.values()) lane.close();
    }

    private static com.microsoft.playwright.Browser.NewContextOptions german() {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("de-DE")
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    }

    private static com.microsoft.playwright.Browser.NewContextOptions mobile() {
        return german().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
    }

    private static com.microsoft.playwright.Browser.NewContextOptions desk() {
        return german().setViewportSize(1280, 800);
    }

    static Playwright.CreateOptions playwrightOptions() {
        return new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    }

    private static com.microsoft.playwright.Browser running(Path program) {
        return Lane.current().browser(program, playwright -> playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"))));
    }

    /** Chromium without windows where it is installed: a page costs it a third. The engine is the same. */
    static Path shell() {
        return first(System.getenv("CHROME_BIN"), "/usr/bin/chromium-headless-shell")
                .orElseGet(Browser::executable);
    }

    /** The browser that people have. */
    static Path executable() {
        return first(System.getenv("CHROME_BIN"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                .orElseThrow(() -> new AssertionError(
                        "No browser: install Debian's chromium, or set CHROME_BIN to a Chromium or Chrome"));
    }

    private static Optional<Path> first(@Nullable String... programs) {
        return Stream.of(programs)
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script, "axe.min.js is not on the class path")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
