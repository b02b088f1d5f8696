package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.database.BeforeStop;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.pos.ClaimOrders;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill.Device;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.web.observe.RequestFacts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The polls of this node that wait for an order: one per till, the newest wins, no thread each. Woken by the commit
 * that made an order transferable here or gave a till something to do, and once a second by two queries for all, which
 * also see other nodes' orders and tasks, and leases that ended.
 */
@ApplicationScoped
public class WaitingTills {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingTills.class);

    private final Map<TillId, Poll> polls = new ConcurrentHashMap<>();

    /** Which tills of a location ever waited here, so that its change is no reason to look at all polls. */
    private final Map<LocationId, Set<TillId>> tillsAt = new ConcurrentHashMap<>();

    private final ClaimOrders orders;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> tick;
    private @Nullable BeforeStop beforeStop;
    private volatile boolean stopped;

    @Inject
    public WaitingTills(ClaimOrders orders) {
        this.orders = orders;
    }

    @PostConstruct
    void start() {
        tick = scheduler.scheduleWithFixedDelay(this::lookForWork, 1, 1, TimeUnit.SECONDS);
        beforeStop = BeforeStop.run("waiting-tills", this::sendHome);
    }

    @PreDestroy
    void stop() {
        if (beforeStop != null) beforeStop.close();
        sendHome();
    }

    /** Nobody waits here any more: a till asks again, and finds this node or another one. */
    private void sendHome() {
        stopped = true;
        if (tick != null) tick.cancel(false);
        polls.values().forEach(WaitingTills::release);
    }

    /** Answers now if there is anything, else keeps the poll for so many seconds. */
    void serve(Poll poll, int waitSeconds) {
        Poll older = polls.remove(poll.till());
        if (older != null) executor.execute(() -> release(older));
        ClaimOrders.Claims claims = orders.claim(poll.till(), poll.journal(), poll.max());
        if (!claims.isEmpty() || waitSeconds == 0 || stopped) {
            poll.answer().resume(claims.isEmpty() ? nothing() : json(claims));
            return;
        }
        RequestFacts.waits();
        poll.endsAfter(Duration.ofSeconds(waitSeconds));
        poll.answer().register((jakarta.ws.rs.container.CompletionCallback) gone -> polls.remove(poll.till(), poll));
        known(poll);
        polls.put(poll.till(), poll);
        wakeIfMissed(poll);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        boolean forTills = changed.what() == Changed.What.ORDER_WAITING || changed.what() == Changed.What.TILL_TASK;
        if (forTills) wake(new LocationId(changed.location()));
    }

    /** How many polls wait on this node, for the figures. */
    public int count() {
        return polls.size();
    }

    private void known(Poll poll) {
        tillsAt.computeIfAbsent(poll.location(), location -> ConcurrentHashMap.newKeySet())
                .add(poll.till());
    }

    private void wake(LocationId location) {
        tillsAt.getOrDefault(location, Set.of()).forEach(this::wake);
    }

    private void wake(TillId till) {
        Poll poll = polls.get(till);
        if (poll != null) executor.execute(() -> answer(poll));
    }

    /** Whoever takes the poll out of the map answers it; an empty claim puts it back to wait on. */
    private void answer(Poll poll) {
        if (!polls.remove(poll.till(), poll)) return;
        try {
            Optional<ClaimOrders.Claims> claims = orders.claimWaiting(poll.till(), poll.journal(), poll.max());
            if (claims.isEmpty()) release(poll);
            else if (!claims.get().isEmpty()) poll.answer().resume(json(claims.get()));
            else if (!poll.answer().isDone()) waitOn(poll);
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            poll.answer().resume(e);
        }
    }

    /** Whoever was placed while the poll was out of the map found nobody to wake, so it is looked for once more. */
    private void waitOn(Poll poll) {
        polls.putIfAbsent(poll.till(), poll);
        wakeIfMissed(poll);
    }

    private void wakeIfMissed(Poll poll) {
        if (stopped && polls.remove(poll.till(), poll)) release(poll);
        else if (missed(poll)) wake(poll.location());
    }

    /** Whether something came while the poll was not in the map, so that nobody woke it. */
    private boolean missed(Poll poll) {
        return !orders.withTask(Set.of(poll.till())).isEmpty()
                || !orders.withWork(Set.of(poll.location())).isEmpty();
    }

    private void lookForWork() {
        try {
            endThoseThatWaitedEnough();
            Set<LocationId> waiting =
                    polls.values().stream().map(Poll::location).collect(Collectors.toSet());
            orders.withWork(waiting).forEach(this::wake);
            orders.withTask(Set.copyOf(polls.keySet())).forEach(this::wake);
        } catch (Exception e) { // whatever gets out of here ends the looking for good
            if (!stopped) LOG.warn("waiting tills could not be looked after, next try in a second: {}", e.toString());
        }
    }

    /** By our own tick: a timeout of the container's that falls due while the server is being stopped is its error. */
    private void endThoseThatWaitedEnough() {
        for (Poll poll : polls.values()) {
            if (poll.isOver() && polls.remove(poll.till(), poll)) executor.execute(() -> release(poll));
        }
    }

    /** Answers empty-handed; a till whose connection is gone needs no answer. */
    private static void release(Poll poll) {
        try {
            poll.answer().resume(nothing());
        } catch (IllegalStateException connectionGone) {
            LOG.debug("a waiting till was gone before its answer");
        }
    }

    private static Response nothing() {
        return Response.noContent().build();
    }

    /** Each order goes out as the text that was stored when it was placed (I5). */
    private static Response json(ClaimOrders.Claims claims) {
        String items = claims.claims().stream()
                .map(c -> "{\"fence\":" + c.fence() + ",\"leaseSeconds\":" + c.leaseSeconds() + ",\"order\":"
                        + c.order() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        String body = "{\"claims\":" + items + ",\"tasks\":" + Json.write(List.copyOf(claims.tasks())) + "}";
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** One waiting call. Identity, not content, tells two polls of one till apart. */
    static final class Poll {
        private final Device device;
        private final ClaimOrders.Journal journal;
        private final int max;
        private final AsyncResponse answer;
        private volatile long end = System.nanoTime();

        Poll(Device device, ClaimOrders.Journal journal, int max, AsyncResponse answer) {
            this.device = device;
            this.journal = journal;
            this.max = max;
            this.answer = answer;
        }

        TillId till() {
            return device.till();
        }

        LocationId location() {
            return device.location();
        }

        ClaimOrders.Journal journal() {
            return journal;
        }

        int max() {
            return max;
        }

        AsyncResponse answer() {
            return answer;
        }

        void endsAfter(Duration wait) {
            end = System.nanoTime() + wait.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() - end >= 0;
        }
    }
}
