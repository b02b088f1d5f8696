package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.sync.request.SyncRequests;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows guests the catalogue that waits: at the day end, or when a person asks for it (seed 000). */
@ApplicationScoped
@Transactional
public class PublishMenu {

    private final MenuVersions versions;
    private final SyncRequests requests;
    private final Locations locations;
    private final SyncRuns runs;
    private final Audit audit;
    private final Clock clock;

    @Inject
    PublishMenu(
            MenuVersions versions,
            SyncRequests requests,
            Locations locations,
            SyncRuns runs,
            Audit audit,
            Clock clock) {
        this.versions = versions;
        this.requests = requests;
        this.locations = locations;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is now shown, and what it changed; none are told of a load that an older release has taken. */
    public record Published(String version, int articles, MenuChanges changes) {}

    /** Empty when nothing waits; repeating it changes nothing. */
    public Optional<Published> publish(LocationId id, Actor actor) {
        requests.lock(id);
        Location location = locations.get(id);
        Optional<MenuVersions.Line> shown = versions.publish(id);
        if (shown.isEmpty()) return Optional.empty();
        MenuVersions.Line line = shown.get();
        MenuChanges changes = runs.changes(id, line.version());
        runs.add(
                location.tenant(),
                id,
                SyncRun.Kind.PUBLISH,
                actor,
                new LoadReport(
                        line.version(),
                        null,
                        SyncRun.Kind.PUBLISH,
                        LoadReport.State.PUBLISHED,
                        clock.instant(),
                        line.articles(),
                        List.of(),
                        null,
                        null,
                        changes,
                        null,
                        List.of(),
                        Map.of()));
        if (actor.kind() == Actor.Kind.USER)
            audit.record(actor, location.tenant().value(), "menu-published", location.slug(), line.version());
        return Optional.of(new Published(line.version(), line.articles(), changes));
    }
}
