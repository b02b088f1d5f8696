package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;

/** The registry of hosts, for tests of other features. */
public final class HostNames {

    private HostNames() {}

    public static ShopDomains domains(Store store, Clock clock) {
        HostRegistry registry = new HostRegistry(
                store.entities(),
                new Tenants(store.entities()),
                new Locations(store.entities()),
                TestRegistry.SETTINGS,
                clock);
        ShopChanges changes = Transactions.around(store, new ShopChanges(store.entities(), clock));
        return new ShopDomains(registry, changes, new Told<>(), clock);
    }
}
