package de.hypersoft.esolutions.portal.live;

import de.hypersoft.esolutions.kernel.BeforeStop;
import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open pages of this node. A change is only a wake-up: the page asks again and gets what it may see. What another
 * node did, or a wake-up that was lost, is seen at the page's own next look, 15 s later at most.
 */
@ApplicationScoped
public class LivePages {

    private static final int MOST = 1_000;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> pulse;
    private @Nullable BeforeStop beforeStop;

    private record Watcher(Scope scope, SseEventSink sink, Sse sse) {}

    @PostConstruct
    void start() {
        pulse = scheduler.scheduleWithFixedDelay(this::beat, 20, 20, TimeUnit.SECONDS);
        beforeStop = BeforeStop.run("live-pages", this::closeAll);
    }

    @PreDestroy
    void stop() {
        if (beforeStop != null) beforeStop.close();
        closeAll();
    }

    private void closeAll() {
        if (pulse != null) pulse.cancel(false);
        watchers.forEach(this::close);
    }

    /** @return false when this node watches as many pages as it can; the page then only asks every 15 s */
    boolean watch(Scope scope, SseEventSink sink, Sse sse) {
        if (watchers.size() >= MOST) return false;
        Watcher watcher = new Watcher(scope, sink, sse);
        watchers.add(watcher);
        send(watcher, "hello");
        return true;
    }

    /** On a thread of its own: sending may end a page's request, which clears RESTEasy's context of the thread it is on. */
    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        if (!watchers.isEmpty()) scheduler.execute(() -> tell(changed));
    }

    private void tell(Changed changed) {
        TenantId tenant = new TenantId(changed.tenant());
        LocationId location = new LocationId(changed.location());
        for (Watcher watcher : watchers)
            if (watcher.scope().covers(tenant, location))
                send(watcher, changed.what().name());
    }

    /** Keeps proxies from closing quiet connections, and finds those whose browser is gone. */
    private void beat() {
        watchers.forEach(watcher -> send(watcher, "beat"));
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
