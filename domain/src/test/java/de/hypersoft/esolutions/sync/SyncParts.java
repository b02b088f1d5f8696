package de.hypersoft.esolutions.sync;

import de.hypersoft.esolutions.catalog.MenuVersions;
import de.hypersoft.esolutions.catalog.Menus;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.kernel.DomainEvent;
import de.hypersoft.esolutions.sync.allergens.AllergenMeanings;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;

/** Everything of sync put together as the server does it, with tills and wake-ups that remember. */
final class SyncParts {

    final AskedTills tills = new AskedTills();
    final Told<Changed> told = new Told<>();
    final Told<DomainEvent> happened = new Told<>();
    final MenuVersions versions;
    final SyncRuns runs;
    final CatalogIntake intake;
    final ManageSync desk;
    final DecideHeldLoads held;
    final PublishMenu publishing;
    final RequestSync syncs;
    final FollowSync following;
    final AllergenMeanings meanings;
    final MapAllergens mapping;

    SyncParts(Store store, HandClock clock) {
        Locations locations = new Locations(store.entities());
        Audit audit = new Audit(store.entities(), clock);
        this.versions = new MenuVersions(store.entities(), clock, new Told<Changed>());
        this.runs = new SyncRuns(store.entities(), clock);
        SyncRequests requests = new SyncRequests(store.entities(), told);
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
        this.desk = new ManageSync(runs, versions, locations, publishing, requests);
        this.held = new DecideHeldLoads(loads, versions, publishing, requests, runs, locations, audit, clock);
        this.syncs = new RequestSync(requests, ending, tills, locations, audit, clock);
        this.following = new FollowSync(requests, ending, clock);
    }
}
