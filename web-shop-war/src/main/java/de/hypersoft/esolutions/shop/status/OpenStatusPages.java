package de.hypersoft.esolutions.shop.status;

import de.hypersoft.esolutions.kernel.Changed;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The status pages that are open on this node. A change of an order is only a wake-up for its own pages, which then ask
 * again; no thread waits for it. What another node did is seen at the page's own slow look.
 */
@ApplicationScoped
public class OpenStatusPages {

    private static final int MOST = 2_000;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> pulse;

    private record Watcher(UUID order, SseEventSink sink, Sse sse) {}

    @PostConstruct
    void start() {
        pulse = scheduler.scheduleWithFixedDelay(() -> tell(null, "beat"), 20, 20, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pulse != null) pulse.cancel(false);
        watchers.forEach(this::close);
    }

    /** @return false when this node holds as many pages as it can; the page then asks every few seconds instead */
    boolean watch(UUID order, SseEventSink sink, Sse sse) {
        if (watchers.size() >= MOST) return false;
        Watcher watcher = new Watcher(order, sink, sse);
        watchers.add(watcher);
        send(watcher, "hello");
        return true;
    }

    /** On a thread of its own: sending may end a page's request, which clears RESTEasy's context of the thread it is on. */
    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        boolean ofOrder = changed.what() == Changed.What.ORDER || changed.what() == Changed.What.ORDER_WAITING;
        if (ofOrder && !watchers.isEmpty()) scheduler.execute(() -> tell(changed.subject(), "changed"));
    }

    private void tell(@Nullable UUID order, String what) {
        for (Watcher watcher : watchers) if (order == null || watcher.order().equals(order)) send(watcher, what);
    }

    private void send(Watcher watcher, String what) {
        if (watcher.sink().isClosed()) {
            watchers.remove(watcher);
            return;
        }
        try {
            watcher.sink().send(watcher.sse().newEvent(what)).whenComplete((sent, failure) -> {
                if (failure != null) close(watcher);
            });
        } catch (IllegalStateException gone) {
            watchers.remove(watcher);
        }
    }

    private void close(Watcher watcher) {
        watchers.remove(watcher);
        watcher.sink().close();
    }
}
