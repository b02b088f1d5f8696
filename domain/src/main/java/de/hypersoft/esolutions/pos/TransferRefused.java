package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Conflict;
import java.util.HashMap;
import java.util.Map;

/** A move that this state does not allow; says in which state the order is and who has it (T27). */
public final class TransferRefused extends Conflict {

    private final transient Transfer transfer;

    TransferRefused(String code, Transfer transfer) {
        super(
                code,
                "order " + transfer.order() + " is " + transfer.state() + " with fence " + transfer.fence(),
                facts(transfer));
        this.transfer = transfer;
    }

    /** The state that refused. */
    public Transfer transfer() {
        return transfer;
    }

    private static Map<String, Object> facts(Transfer transfer) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("order", transfer.order().toString());
        facts.put("state", transfer.state().name());
        facts.put("fence", transfer.fence());
        facts.put("since", transfer.since().toString());
        if (transfer.owner() != null) facts.put("owner", transfer.owner());
        return facts;
    }
}
