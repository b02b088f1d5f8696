package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.MenuState;
import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.request.SyncProgress;
import de.hypersoft.esolutions.sync.request.SyncRequest;
import de.hypersoft.esolutions.sync.request.SyncRequests;
import de.hypersoft.esolutions.sync.request.SyncStage;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the portal's sync page shows and does. */
@ApplicationScoped
@Transactional
public class ManageSync {

    public static final int PAGE = 20;

    private final SyncRuns runs;
    private final MenuVersions versions;
    private final Locations locations;
    private final PublishMenu publishing;
    private final SyncRequests requests;

    @Inject
    ManageSync(
            SyncRuns runs, MenuVersions versions, Locations locations, PublishMenu publishing, SyncRequests requests) {
        this.runs = runs;
        this.versions = versions;
        this.locations = locations;
        this.publishing = publishing;
        this.requests = requests;
    }

    /**
     * One line of the history.
     *
     * @param menuState as it stands now; null when the load was refused, and
     *     for a request, whose {@code report.state} is the {@link SyncStage} in which it ended
     */
    public record Run(
            SyncRun.Kind kind,
            String version,
            boolean accepted,
            @Nullable MenuState menuState,
            String actor,
            Instant at,
            LoadReport report) {}

    /** A catalogue that waits, and what it will change. */
    public record Pending(String version, int articles, Instant receivedAt, MenuChanges changes) {}

    /** Newest first, {@link #PAGE} lines; {@code page} counts from 0. */
    public List<Run> history(TenantId tenant, LocationId location, int page) {
        locations.get(tenant, location);
        List<SyncRun> newest = runs.newest(location, Math.max(0, page) * PAGE, PAGE);
        Set<String> taken =
                newest.stream().filter(SyncRun::loadTaken).map(SyncRun::version).collect(Collectors.toSet());
        Map<String, MenuVersions.Line> states = versions.states(location, taken);
        return newest.stream()
                .map(run -> run.view(run.loadTaken() ? state(states.get(run.version())) : null))
                .toList();
    }

    public Optional<Pending> pending(LocationId location) {
        return versions.pending(location)
                .map(line -> new Pending(
                        line.version(), line.articles(), line.receivedAt(), runs.changes(location, line.version())));
    }

    /** What guests see now. */
    public Optional<MenuVersions.Line> shown(LocationId location) {
        return versions.shown(location);
    }

    /** The newest request for a sync, running or ended. */
    public Optional<SyncProgress> progress(LocationId location) {
        return requests.newest(location).map(SyncRequest::view);
    }

    /** Shows what waits at once, without asking the till for newer data; empty when nothing waits. */
    public Optional<PublishMenu.Published> publishPending(TenantId tenant, LocationId location, Actor actor) {
        return publishing.publish(locations.get(tenant, location).id(), actor);
    }

    /** @throws NotFound {@code unknown-version} when this location never sent it */
    public LoadReport report(TenantId tenant, LocationId location, String version) {
        locations.get(tenant, location);
        SyncRun run = runs.find(location, version)
                .orElseThrow(() -> new NotFound("unknown-version", "no catalogue " + version + " was received"));
        return run.accepted() ? run.report().in(LoadReport.State.of(state(location, version))) : run.report();
    }

    private MenuState state(LocationId location, String version) {
        return state(versions.find(location, version).orElse(null));
    }

    private static MenuState state(MenuVersions.@Nullable Line line) {
        return line == null ? MenuState.SUPERSEDED : line.state();
    }
}
