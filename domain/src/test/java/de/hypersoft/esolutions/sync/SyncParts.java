package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.sync.allergens.AllergenMeanings;
import de.hypersoft.esolutions.sync.held.DecideHeldLoads;
import de.hypersoft.esolutions.sync.held.HeldLoads;
import de.hypersoft.esolutions.sync.request.EndSync;
import de.hypersoft.esolutions.sync.request.FollowSync;
import de.hypersoft.esolutions.sync.request.RequestSync;
import de.hypersoft.esolutions.sync.request.SyncRequests;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;

/** Everything of sync put together as the server does it, with tills and wake-ups that remember. */
public final class SyncParts {

    public final AskedTills tills = new AskedTills();
    public final Told<Changed> told = new Told<>();
    public final Told<DomainEvent> happened = new Told<>();
    public final MenuVersions versions;
    public final SyncRuns runs;
    public final CatalogIntake intake;
    public final ManageSync sync;
    public final DecideHeldLoads held;
    public final PublishMenu publishing;
    public final RequestSync syncs;
    public final FollowSync following;
    public final AllergenMeanings meanings;
    public final MapAllergens mapping;
    public final EditedMenus edited;
    public final SyncRequests requests;
    public final MenuMaster master;

    public SyncParts(Store store, HandClock clock) {
        Locations locations = new Locations(store.entities());
        Audit audit = new Audit(store.entities(), clock);
        this.versions = new MenuVersions(store.entities(), clock, new Told<Changed>());
        this.runs = new SyncRuns(store.entities(), clock);
        this.requests = new SyncRequests(store.entities(), told);
        this.publishing = new PublishMenu(versions, requests, locations, runs, audit, clock);
        HeldLoads loads = new HeldLoads(store.entities());
        this.meanings = new AllergenMeanings(store.entities(), clock);
        EndSync ending = new EndSync(requests, publishing, runs, tills, clock);
        this.intake = new CatalogIntake(
                store.entities(),
                new Tenants(store.entities()),
                locations,
                versions,
                new StageLoad(versions, new Menus(versions, clock), loads, publishing, runs, happened, clock),
                runs,
                requests,
                ending,
                meanings,
                clock);
        this.mapping = new MapAllergens(store.entities(), locations, meanings, intake, audit);
        this.edited = new EditedMenus(intake, runs, requests, locations);
        this.master = new MenuMaster(store.entities(), tills);
        this.sync = new ManageSync(runs, versions, locations, publishing, requests);
        this.held = new DecideHeldLoads(loads, versions, publishing, requests, runs, locations, audit, clock);
        this.syncs = new RequestSync(requests, ending, tills, locations, audit, clock);
        this.following = new FollowSync(requests, ending, clock);
    }
}
