package de.hypersoft.esolutions.web;

import de.hypersoft.esolutions.kernel.BeforeStop;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The pages of one web module that are open on this node. A change is only a wake-up: the page asks again and gets what it
 * may see; no thread waits for it. What another node did is seen at the page's own slow look.
 *
 * @param <T> what a page is about
 */
public final class OpenPages<T> implements AutoCloseable {

    private static final int BEAT_SECONDS = 20;

    private final Set<Watcher<T>> watchers = ConcurrentHashMap.newKeySet();
    private final int most;
    private final ManagedScheduledExecutorService scheduler;
    private final ScheduledFuture<?> pulse;
    private final BeforeStop beforeStop;

    /**
     * @param name of the thread that sends them home when the server stops
     * @param most so many at once; who comes then asks now and then instead
     */
    public OpenPages(String name, int most, ManagedScheduledExecutorService scheduler) {
        this.most = most;
        this.scheduler = scheduler;
        this.pulse = scheduler.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        this.beforeStop = BeforeStop.run(name, this::closeAll);
    }

    private record Watcher<T>(T about, SseEventSink sink, Sse sse) {}

    /** @return false when this node holds as many pages as it can */
    public boolean watch(T about, SseEventSink sink, Sse sse) {
        if (watchers.size() >= most) return false;
        Watcher<T> watcher = new Watcher<>(about, sink, sse);
        watchers.add(watcher);
        send(watcher, "hello");
        return true;
    }

    /** On a thread of its own: sending may end a page's request, which clears RESTEasy's context of the thread it is on. */
    public void tell(Predicate<T> whom, String what) {
        if (!watchers.isEmpty()) scheduler.execute(() -> send(whom, what));
    }

    /** The application ends. */
    @Override
    public void close() {
        beforeStop.close();
        closeAll();
    }

    private void closeAll() {
        pulse.cancel(false);
        watchers.forEach(this::close);
    }

    /** Keeps proxies from closing quiet connections, and finds those whose browser is gone. */
    private void beat() {
        send(anybody -> true, "beat");
    }

    private void send(Predicate<T> whom, String what) {
        for (Watcher<T> watcher : watchers) if (whom.test(watcher.about())) send(watcher, what);
    }

    private void send(Watcher<T> watcher, String what) {
        if (watcher.sink().isClosed()) {
            watchers.remove(watcher);
            return;
        }
        try {
            watcher.sink().send(watcher.sse().newEvent(what)).whenComplete((sent, failure) -> {
                if (failure != null) close(watcher);
            });
        } catch (RuntimeException gone) { // whatever gets out of here would end the beat for all pages
            watchers.remove(watcher);
        }
    }

    private void close(Watcher<T> watcher) {
        watchers.remove(watcher);
        watcher.sink().close();
    }
}
