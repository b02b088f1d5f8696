package de.hypersoft.esolutions.connector.loop;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.journal.Journal.Facts;
import de.hypersoft.esolutions.connector.journal.JournalEvent;
import de.hypersoft.esolutions.connector.journal.JournalRules;
import de.hypersoft.esolutions.connector.journal.Step.Action;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Away;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Booked;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient.Unfit;
import java.io.IOException;

/** Hands confirmed orders to the till core, oldest first, exactly as the portal handed them over (T1, I5). */
final class BookingStep {

    /** Kept with a booked row whose receipt needs no operator (T31). */
    static final String SELF_RELEASED = "self-released";

    private final TillContext till;
    private final OrderBackoff patience;
    private final Confirmations confirmations;

    BookingStep(TillContext till, OrderBackoff patience, Confirmations confirmations) {
        this.till = till;
        this.patience = patience;
        this.confirmations = confirmations;
    }

    Outcome all() throws IOException {
        for (StoredRow kept : till.journal().openRows()) {
            if (JournalRules.due(kept.row()) == Action.BOOK
                    && patience.ready(kept.row().orderId())) {
                try {
                    book(kept);
                } catch (Away away) {
                    return Trouble.core(till, away);
                }
            }
        }
        return Outcome.DONE;
    }

    private void book(StoredRow kept) throws Away, IOException {
        String orderId = kept.row().orderId();
        JsonNode order = kept.order();
        if (!confirmations.fresh(orderId) || order == null) {
            till.journal().interrupt(orderId);
            confirmations.expire(orderId);
            return;
        }
        try {
            booked(till, orderId, till.core().book(order));
            confirmations.forget(orderId);
            patience.worked(orderId);
        } catch (Unfit refused) {
            patience.failed(orderId);
            till.alarms()
                    .raise(
                            "unfit " + orderId,
                            till.texts()
                                    .of("alarm.core-refused", orderId, refused.code() + " " + refused.getMessage()));
        }
    }

    static void booked(TillContext till, String orderId, Booked booked) throws IOException {
        Facts facts = new Facts(null, booked.selfReleased() ? SELF_RELEASED : null, booked.receipt());
        var step = till.journal()
                .apply(orderId, new JournalEvent.CoreBooked(), facts)
                .orElseThrow();
        till.say()
                .info("booked order=" + orderId + " fence=" + step.row().fence() + " receipt="
                        + booked.receipt().number() + " terminal="
                        + booked.receipt().terminalId());
    }
}
