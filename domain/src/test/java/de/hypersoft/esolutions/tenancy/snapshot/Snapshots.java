package de.hypersoft.esolutions.tenancy.snapshot;

import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;

/** What one node keeps of locations. */
public final class Snapshots {

    private Snapshots() {}

    public static LocationSnapshots of(Store store, Clock clock) {
        return of(store, new Locations(store.entities()), clock);
    }

    public static LocationSnapshots of(Store store, Locations locations, Clock clock) {
        return new LocationSnapshots(
                new SnapshotReader(store.entities(), new Tenants(store.entities()), locations), clock);
    }
}
