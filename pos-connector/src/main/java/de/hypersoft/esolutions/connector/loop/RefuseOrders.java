package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRow;
import de.hypersoft.esolutions.connector.journal.JournalRules;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;

/** Gives back to the portal what the till core can not book, with the reason. */
final class RefuseOrders {

    private final TillContext till;
    private final OrderBackoff patience;

    RefuseOrders(TillContext till, OrderBackoff patience) {
        this.till = till;
        this.patience = patience;
    }

    Outcome all() throws IOException {
        for (StoredRow kept : till.journal().openRows()) {
            boolean due = JournalRules.due(kept.row()) == Action.REFUSE;
            if (due && patience.ready(kept.row().orderId()) && refuse(kept) == Outcome.PORTAL_TROUBLE)
                return Outcome.PORTAL_TROUBLE;
        }
        return Outcome.DONE;
    }

    private Outcome refuse(StoredRow kept) throws IOException {
        JournalRow row = kept.row();
        String[] why = String.valueOf(kept.detail()).split(" ", 2);
        Reply reply = till.portal()
                .refuse(row.orderId(), new Portal.RefusedOrder(row.fence(), why[0], why.length > 1 ? why[1] : ""));
        till.contact().noted(reply);
        // 409: not claimed by this till under this fence any more, so somebody else looks after it
        if (reply.ok() || reply.status() == 409) {
            till.journal()
                    .apply(
                            row.orderId(),
                            new JournalEvent.RefusalNoted(row.fence()),
                            new Facts(null, kept.detail(), null));
            till.say()
                    .warn("refused order=" + row.orderId() + " fence=" + row.fence() + " "
                            + till.texts().of("note.refused", row.orderId(), String.valueOf(kept.detail())));
            patience.worked(row.orderId());
            return Outcome.DONE;
        }
        return reply.reached() && reply.status() < 500 ? notUnderstood(row, reply) : Outcome.PORTAL_TROUBLE;
    }

    private Outcome notUnderstood(JournalRow row, Reply reply) {
        patience.failed(row.orderId());
        Trouble.unclear(till, row.orderId(), row.orderId(), reply.words());
        return Outcome.DONE;
    }
}
