package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Notes how far a requested sync is, step by step, each at once for whoever watches. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class FollowSync {

    /** An increment that does not fit: the till sends everything instead, so nothing has ended. */
    private static final String WHOLE_FOLLOWS = "full-load-required";

    private final SyncRequests requests;
    private final EndSync ending;
    private final Clock clock;

    @Inject
    public FollowSync(SyncRequests requests, EndSync ending, Clock clock) {
        this.requests = requests;
        this.ending = ending;
        this.clock = clock;
    }

    /** The till heard the question. */
    public void answered(UUID request) {
        requests.find(request).ifPresent(found -> {
            found.answered(clock.instant());
            requests.tell(found);
        });
    }

    /** The till can not send anything, in its own words. */
    public void unable(UUID request, String detail) {
        requests.find(request).ifPresent(found -> {
            requests.lock(found.location());
            if (!found.view().stage().ended())
                ending.refused(found, "till-has-no-catalog", detail, RefusedFacts.of(Map.of("said", detail)));
        });
    }

    /**
     * A catalogue is arriving.
     *
     * @param of bytes to come, 0 when the till did not say
     * @return whether anybody asked for it
     */
    public boolean receiving(LocationId location, long bytes, long of) {
        Optional<SyncRequest> open = requests.open(location);
        open.ifPresent(request -> {
            request.receiving(bytes, of, clock.instant());
            requests.tell(request);
        });
        return open.isPresent();
    }

    /** All of it is here. */
    public void checking(LocationId location, long bytes) {
        requests.open(location).ifPresent(request -> {
            request.checking(bytes, clock.instant());
            requests.tell(request);
        });
    }

    /** Nothing of the load was taken. */
    public void refused(LocationId location, String version, Refusal refusal) {
        if (refusal.code().equals(WHOLE_FOLLOWS)) return;
        requests.lock(location);
        requests.open(location).ifPresent(request -> ending.refused(request, version, refusal));
    }

    /**
     * The load was too large to be looked at.
     *
     * @param most how many bytes it may have
     */
    public void tooLarge(LocationId location, long most) {
        String megabytes = Long.toString(most / (1024 * 1024));
        requests.lock(location);
        requests.open(location)
                .ifPresent(request -> ending.refused(
                        request,
                        "too-large",
                        "the catalogue is larger than " + megabytes + " MB",
                        Map.of("max", megabytes)));
    }

    /** Requests whose time is over. */
    public List<UUID> due(int limit) {
        return requests.due(clock.instant(), limit);
    }

    /** Ends one whose time is over; what waits is published. A load that came in between wins. */
    public void expire(UUID id) {
        Optional<SyncRequest> found = requests.find(id);
        if (found.isEmpty()) return;
        requests.lock(found.get().location());
        if (found.get().due(clock.instant()))
            ending.without(found.get(), found.get().overdue());
    }
}
