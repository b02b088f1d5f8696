package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Conflict;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A move that this state does not allow; says in which state the order is and who has it (T27). */
public final class TransferRefused extends Conflict {

    private final transient Transfer transfer;

    public TransferRefused(String code, Transfer transfer) {
        this(code, transfer, "");
    }

    /** @param todo what whoever asked can do now, for the people who build and run tills */
    public TransferRefused(String code, Transfer transfer, String todo) {
        super(
                code,
                "order " + transfer.order() + " is " + transfer.state() + " with fence " + transfer.fence()
                        + (todo.isEmpty() ? "" : ": " + todo),
                facts(transfer));
        this.transfer = transfer;
    }

    /** A till confirms an order under a fence by which it does not hold it, or no longer does. */
    static TransferRefused notHis(Transfer transfer, UUID byTill) {
        String code = transfer.state() == PosTransfer.WITHDRAWN ? "order-withdrawn" : "order-taken-over";
        return new TransferRefused(code, transfer, todo(transfer, byTill));
    }

    /** A till refuses an order that it does not hold, or that it took over itself before. */
    static TransferRefused notHisToRefuse(Transfer transfer, UUID byTill) {
        boolean took = transfer.state() == PosTransfer.TRANSFERRED_AUTO && byTill.equals(transfer.till());
        return new TransferRefused(
                "order-taken-over",
                transfer,
                took
                        ? "this till acknowledged it itself and cannot refuse it any more; report the event REJECTED"
                                + " with fence " + transfer.fence() + ", or let a person give it back in the portal"
                        : todo(transfer, byTill));
    }

    private static String todo(Transfer transfer, UUID byTill) {
        if (byTill.equals(transfer.till()))
            return transfer.state() == PosTransfer.CLAIMED
                    ? "this till holds it, but not under the fence it told; speak of it with fence " + transfer.fence()
                    : "this till acknowledged it itself, but not under the fence it told; book it once, and speak of it"
                            + " with fence " + transfer.fence();
        return switch (transfer.state()) {
            case PENDING ->
                "it waits again and nobody has it; do not book it, claim, and it comes with a new fence if it is yours";
            case WITHDRAWN -> "it was cancelled; do not book it";
            default -> transfer.owner() + " has it now; do not book it";
        };
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
