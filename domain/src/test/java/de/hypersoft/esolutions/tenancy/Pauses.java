package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.hours.PauseOrdering;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;

/** Where orders are paused, for tests of other features. */
public final class Pauses {

    private Pauses() {}

    public static PauseOrdering pausing(Store store, Clock clock) {
        return Transactions.around(
                store,
                new PauseOrdering(
                        new Locations(store.entities()),
                        store.entities(),
                        new Audit(store.entities(), clock),
                        new Told<Changed>(),
                        clock));
    }
}
