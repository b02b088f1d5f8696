package de.hypersoft.esolutions.web;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.database.BeforeStop;
import de.hypersoft.esolutions.web.observe.RequestFacts;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Map;
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

    /** The same pages by what they hear of, so that a change is no reason to look at all of them. */
    private final Map<Object, Set<Watcher<T>>> byTopic = new ConcurrentHashMap<>();

    private final Map<ClientNetwork, Integer> ofClient = new ConcurrentHashMap<>();
    private final int most;
    private final int mostOfClient;
    private final Function<T, ?> topic;
    private final Function<Set<T>, Set<T>> entitled;
    private final ManagedScheduledExecutorService scheduler;
    private final ScheduledFuture<?> pulse;
    private final BeforeStop beforeStop;

    /**
     * @param name of the thread that sends them home when the server stops
     * @param most so many at once; who comes then asks now and then instead
     * @param mostOfClient so many of one client; a whole office behind one router is one
     * @param topic of what a page hears, such as an order or a brand
     * @param entitled of what pages are about, what their people may still hear; asked at each beat, the others are sent home
     * @param beat how often, at least 1 ms
     */
    public OpenPages(
            String name,
            int most,
            int mostOfClient,
            Function<T, ?> topic,
            Function<Set<T>, Set<T>> entitled,
            Duration beat,
            ManagedScheduledExecutorService scheduler) {
        this.topic = topic;
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
        if (place == Place.TAKEN) {
            RequestFacts.waits();
            send(watcher, "hello");
        }
        return place;
    }

    /** One at a time, so that the last place is given once. Pages that were left are looked for when places run short. */
    private synchronized Place enter(Watcher<T> watcher) {
        if (place(watcher) != Place.TAKEN)
            watchers.stream().filter(known -> known.sink().isClosed()).forEach(this::leave);
        Place place = place(watcher);
        if (place != Place.TAKEN) return place;
        watchers.add(watcher);
        ofClient.merge(watcher.client(), 1, Integer::sum);
        byTopic.compute(topic.apply(watcher.about()), (one, pages) -> {
            Set<Watcher<T>> with = pages == null ? ConcurrentHashMap.newKeySet() : pages;
            with.add(watcher);
            return with;
        });
        return Place.TAKEN;
    }

    private Place place(Watcher<T> watcher) {
        if (watchers.size() >= most) return Place.NONE_LEFT;
        return ofClient.getOrDefault(watcher.client(), 0) >= mostOfClient
                        && !watcher.client().many()
                ? Place.CLIENT_HAS_ENOUGH
                : Place.TAKEN;
    }

    private void leave(Watcher<T> watcher) {
        if (!watchers.remove(watcher)) return;
        ofClient.computeIfPresent(watcher.client(), (client, open) -> open == 1 ? null : open - 1);
        byTopic.computeIfPresent(topic.apply(watcher.about()), (one, pages) -> {
            pages.remove(watcher);
            return pages.isEmpty() ? null : pages;
        });
    }

    /**
     * On a thread of its own: sending may end a page's request, which clears RESTEasy's context of the thread it is on.
     *
     * @param of the pages that hear of this, no other is looked at
     */
    public void tell(Object of, Predicate<T> whom, String what) {
        Set<Watcher<T>> pages = byTopic.get(of);
        if (pages != null) scheduler.execute(() -> send(pages, whom, what));
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
        send(watchers, anybody -> true, "beat");
    }

    private void keep(Set<T> about) {
        for (Watcher<T> watcher : watchers) if (!about.contains(watcher.about())) close(watcher);
    }

    private void send(Set<Watcher<T>> pages, Predicate<T> whom, String what) {
        for (Watcher<T> watcher : pages) if (whom.test(watcher.about())) send(watcher, what);
    }

    private void send(Watcher<T> watcher, String what) {
        if (watcher.sink().isClosed()) {
            leave(watcher);
            return;
        }
        try {
            watcher.sink().send(watcher.sse().newEvent(what)).whenComplete((sent, failure) -> {
                if (failure != null) close(watcher);
            });
        } catch (RuntimeException gone) { // whatever gets out of here would end the beat for all pages
            leave(watcher);
        }
    }

    private void close(Watcher<T> watcher) {
        leave(watcher);
        watcher.sink().close();
    }
}
