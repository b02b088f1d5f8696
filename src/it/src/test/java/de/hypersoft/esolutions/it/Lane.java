package de.hypersoft.esolutions.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two classes of system tests run at once, for they wait more than they work: one that shares the system, one that has
 * servers of its own. Each lane has its own Chromium, because only one thread may speak with one.
 */
enum Lane {
    SHARED,
    OWN;

    /** Names of the locks, which are held for a whole class. */
    static final String SHARED_SYSTEM = "shared system";

    static final String OWN_SERVERS = "own servers";

    private static final ThreadLocal<Lane> CURRENT = ThreadLocal.withInitial(() -> SHARED);

    private @Nullable Playwright playwright;
    private @Nullable Browser chromium;

    static Lane current() {
        return CURRENT.get();
    }

    synchronized Browser chromium(Launch launch) {
        if (chromium == null) {
            playwright = Playwright.create(de.hypersoft.esolutions.it.Browser.playwrightOptions());
            chromium = launch.in(playwright);
        }
        return chromium;
    }

    synchronized void close() {
        if (playwright != null) playwright.close();
        playwright = null;
        chromium = null;
    }

    interface Launch {
        Browser in(Playwright playwright);
    }

    static final class Shared implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            CURRENT.set(SHARED);
        }
    }

    static final class Own implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            CURRENT.set(OWN);
        }
    }
}
