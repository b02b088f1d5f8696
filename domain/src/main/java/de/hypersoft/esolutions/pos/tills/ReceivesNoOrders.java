package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.Forbidden;

/** Only the control till of a location fetches orders; head-office tokens never do. */
public final class ReceivesNoOrders extends Forbidden {
    public ReceivesNoOrders(Till till) {
        super("receives-no-orders", "till " + till.number() + " does not receive orders");
    }
}
