package de.hypersoft.esolutions.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Collectors;
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

    private static final Logger LOG = Logger.getLogger(Lane.class.getName());
    private static final ThreadLocal<Lane> CURRENT = ThreadLocal.withInitial(() -> SHARED);

    /** Closing takes a moment; a Chromium that does not is ended, and the next visitor gets a new one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "browser-watch");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Playwright playwright;
    private final Map<Path, Browser> browsers = new HashMap<>();
    private Set<ProcessHandle> drivers = Set.of();

    static Lane current() {
        return CURRENT.get();
    }

    /** That program, running; it is started again when it ended. */
    synchronized Browser browser(Path program, Launch launch) {
        if (playwright == null) {
            Set<ProcessHandle> before = children();
            playwright = Playwright.create(de.hypersoft.esolutions.it.Browser.playwrightOptions());
            drivers = children();
            drivers.removeAll(before);
        }
        Browser running = browsers.get(program);
        if (running == null || !running.isConnected()) {
            running = launch.in(playwright);
            browsers.put(program, running);
        }
        return running;
    }

    /** Playwright itself would wait for ever. */
    void close(BrowserContext context) {
        Future<?> end = WATCH.schedule(this::endChromium, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        try {
            context.close();
        } catch (PlaywrightException ended) {
            if (!end.isDone()) throw ended;
            LOG.warning("a browser did not close and was ended: " + ended.getMessage());
        } finally {
            end.cancel(false);
        }
    }

    private void endChromium() {
        drivers.stream().flatMap(ProcessHandle::descendants).forEach(ProcessHandle::destroyForcibly);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("node"))
                .collect(Collectors.toSet());
    }

    synchronized void close() {
        if (playwright == null) return;
        Future<?> end = WATCH.schedule(this::endChromium, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        playwright.close();
        end.cancel(false);
        playwright = null;
        browsers.clear();
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
