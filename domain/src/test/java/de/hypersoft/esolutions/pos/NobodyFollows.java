package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.pos.report.Voids;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import de.hypersoft.esolutions.sync.request.FollowSync;
import de.hypersoft.esolutions.testing.Store;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.UUID;

/** No requested sync is followed here. */
public final class NobodyFollows extends FollowSync {

    @SuppressWarnings("NullAway")
    public NobodyFollows() {
        super(null, null, null);
    }

    /** Tasks of tills that nobody voids orders with. */
    @SuppressWarnings("NullAway")
    public static TillTasks tasks(Store store, Event<Changed> changes, Clock clock) {
        Voids none = new Voids(null, null, null, null, null);
        return new TillTasks(store.entities(), new NobodyFollows(), none, changes, clock);
    }

    @Override
    public void answered(UUID request) {
        // sync's own tests follow it
    }

    @Override
    public void unable(UUID request, String detail) {
        // sync's own tests follow it
    }
}
