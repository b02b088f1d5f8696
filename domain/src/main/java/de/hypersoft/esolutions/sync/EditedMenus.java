package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.sync.SyncRuns.Load;
import de.hypersoft.esolutions.sync.request.SyncRequests;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Menus that are made in the portal: judged, staged, held and published by the rules for a till's load. */
@ApplicationScoped
@Transactional
public class EditedMenus {

    private final CatalogIntake intake;
    private final SyncRuns runs;
    private final SyncRequests requests;
    private final Locations locations;

    @Inject
    EditedMenus(CatalogIntake intake, SyncRuns runs, SyncRequests requests, Locations locations) {
        this.intake = intake;
        this.runs = runs;
        this.requests = requests;
        this.locations = locations;
    }

    /** @param byTill whether a till sent it; else somebody made it in the portal */
    public record Loaded(boolean byTill, String version, String by, Instant at) {}

    /** The newest menu that was taken, whatever became of it; empty before the first. */
    public Optional<Loaded> newest(LocationId location) {
        return runs.newestTaken(location)
                .map(taken ->
                        new Loaded(taken.kind() != SyncRun.Kind.EDIT, taken.version(), taken.actor(), taken.at()));
    }

    /** All for which a part of this menu would be refused; nothing is stored. */
    public List<CatalogFinding> judge(TenantId tenant, LocationId id, CatalogDocument menu) {
        CatalogText.limit(menu);
        return intake.checked(locations.get(tenant, id), menu).refused();
    }

    /**
     * Takes it as a full load of a till would be taken. Loads of one location come one after the other.
     *
     * @param base the version of the newest load that its editor knew, empty for none
     * @throws Conflict {@code menu-loaded-meanwhile} when there is a newer one
     * @throws LoadRefused when nothing of it could be sold
     */
    public LoadReport take(TenantId tenant, LocationId id, CatalogDocument menu, String base, Actor by) {
        requests.lock(id);
        if (!newest(id).map(Loaded::version).orElse("").equals(base))
            throw new Conflict("menu-loaded-meanwhile", "a newer menu has come since this one was begun");
        return intake.take(
                new Load(tenant, id, SyncRun.Kind.EDIT, by), new CatalogText.Result(menu, List.of(), List.of()));
    }
}
