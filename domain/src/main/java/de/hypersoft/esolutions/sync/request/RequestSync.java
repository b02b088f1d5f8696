package de.hypersoft.esolutions.sync.request;

import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The ad-hoc sync (seed 000): the till is asked for its data now, and they are shown as soon as they are checked. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class RequestSync {

    private final SyncRequests requests;
    private final EndSync ending;
    private final CatalogSource source;
    private final Locations locations;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public RequestSync(
            SyncRequests requests,
            EndSync ending,
            CatalogSource source,
            Locations locations,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.ending = ending;
        this.source = source;
        this.locations = locations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Pressing the button twice asks once. With no till there it ends at once, and what waited is published.
     *
     * @throws de.hypersoft.esolutions.kernel.NotFound {@code unknown-location}
     */
    public SyncProgress request(TenantId tenant, LocationId id, Actor by) {
        Location location = locations.get(tenant, id);
        requests.lock(id);
        Optional<SyncRequest> running = requests.open(id);
        if (running.isPresent()) return running.get().view();
        SyncRequest request = new SyncRequest(tenant, id, by, clock.instant());
        requests.add(request);
        Optional<String> till = source.ask(id, request.id());
        audit.record(by, tenant.value(), "sync-requested", location.slug(), till.orElse(""));
        till.ifPresentOrElse(request::asks, () -> ending.without(request, SyncStage.TILL_AWAY));
        requests.tell(request);
        return request.view();
    }
}
