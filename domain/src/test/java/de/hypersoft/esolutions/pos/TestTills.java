package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.pos.tills.PairTill;
import de.hypersoft.esolutions.pos.tills.Presence;
import de.hypersoft.esolutions.pos.tills.Tills;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;

/** How tills are managed and devices paired, for tests of other features. */
public final class TestTills {

    private TestTills() {}

    public static ManageTills managing(Store store, Clock clock) {
        return new ManageTills(
                new Tills(store.entities()),
                new Transfers(store.entities(), new Told<Changed>()),
                new Locations(store.entities()),
                new Presence(store.entities(), clock),
                store.entities(),
                new Audit(store.entities(), clock),
                new Told<Changed>(),
                clock);
    }

    public static PairTill pairing(Store store, Clock clock) {
        return new PairTill(
                new Tills(store.entities()),
                new Locations(store.entities()),
                new Presence(store.entities(), clock),
                store.entities(),
                new Audit(store.entities(), clock),
                new Told<Changed>(),
                clock);
    }
}
