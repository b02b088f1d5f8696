package de.hypersoft.esolutions.web;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.database.BeforeStop;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of one web module that are open on this node. A change is only a wake-up: the page asks again and gets what it
 * may see; no thread waits for it. What another node did is seen at the page's own slow look.
 *
 * @param <T> what a page is about
 */
public final class OpenPages<T> implements AutoCloseable {

    /** The setting for how often open pages are looked at, when nothing happens. */
    public static final String BEAT = "esolutions.live-beat";

    /** Short enough that no proxy on the way thinks the line dead. */
    public static final String USUAL_BEAT = "PT20S";

    private static final int TOO_MANY_REQUESTS = 429;

    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);

    private final Set<Watcher<T>> watchers = ConcurrentHashMap.newKeySet();
    private final int most;
    private final int mostOfClient;
    private final Function<Set<T>, Set<T>> entitled;
    private final ManagedScheduledExecutorService scheduler;
    private final ScheduledFuture<?> pulse;
    private final BeforeStop beforeStop;

    /**
     * @param name of the thread that sends them home when the server stops
     * @param most so many at once; who comes then asks now and then instead
     * @param mostOfClient so many of one client; a whole office behind one router is one
     * @param entitled of what pages are about, what their people may still hear; asked at each beat, the others are sent home
     * @param beat how often, at least 1 ms
     */
    public OpenPages(
            String name,
            int most,
            int mostOfClient,
            Function<Set<T>, Set<T>> entitled,
            Duration beat,
            ManagedScheduledExecutorService scheduler) {
        this.entitled = entitled;
        this.most = most;
        this.mostOfClient = mostOfClient;
        this.scheduler = scheduler;
        this.pulse =
                scheduler.scheduleWithFixedDelay(this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        this.beforeStop = BeforeStop.run(name, this::closeAll);
    }

    private record Watcher<T>(T about, ClientNetwork client, SseEventSink sink, Sse sse) {}

    /** Whether a page may listen. One that may not asks now and then instead. */
    public enum Place {
        TAKEN,
        CLIENT_HAS_ENOUGH,
        NONE_LEFT;

        /** @throws ClientErrorException 429, after which no browser tries again by itself */
        public void orRefuse() {
            if (this != TAKEN) throw new ClientErrorException(TOO_MANY_REQUESTS);
        }
    }

    /** @param address of whoever asks, in figures */
    public Place watch(T about, String address, SseEventSink sink, Sse sse) {
        Watcher<T> watcher = new Watcher<>(about, ClientNetwork.of(address), sink, sse);
        Place place = enter(watcher);
        if (place == Place.TAKEN) send(watcher, "hello");
        return place;
    }

    /** One at a time, so that the last place is given once. */
    private synchronized Place enter(Watcher<T> watcher) {
        if (watchers.size() >= mostOfClient)
            watchers.removeIf(known -> known.sink().isClosed());
        if (watchers.size() >= most) return Place.NONE_LEFT;
        long own = watchers.stream()
                .filter(known -> known.client().equals(watcher.client()))
                .count();
        if (own >= mostOfClient && !watcher.client().many()) return Place.CLIENT_HAS_ENOUGH;
        watchers.add(watcher);
        return Place.TAKEN;
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

    /** Keeps proxies from closing quiet connections, and finds those whose browser is gone or who may no longer listen. */
    void beat() {
        try {
            Set<T> about = watchers.stream().map(Watcher::about).collect(Collectors.toSet());
            if (!about.isEmpty()) keep(entitled.apply(about));
        } catch (RuntimeException away) { // while nobody can be asked nothing changes either, so nothing is told
            LOG.warn("who may still listen could not be asked", away);
        }
        send(anybody -> true, "beat");
    }

    private void keep(Set<T> about) {
        for (Watcher<T> watcher : watchers) if (!about.contains(watcher.about())) close(watcher);
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
