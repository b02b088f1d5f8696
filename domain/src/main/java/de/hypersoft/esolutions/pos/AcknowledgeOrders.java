package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.pos.tills.JournalRolledBack;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.Tills;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves 2 and 7: a till confirms that it stored orders durably, or says that it cannot take one. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class AcknowledgeOrders {

    private final Tills tills;
    private final Transfers transfers;
    private final TransferNotes notes;
    private final Clock clock;

    @Inject
    AcknowledgeOrders(Tills tills, Transfers transfers, TransferNotes notes, Clock clock) {
        this.tills = tills;
        this.transfers = transfers;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * One answer per item, in their order; a refused item does not touch the others.
     *
     * @throws JournalRolledBack when another journal speaks for the till, or this one told its number before; then nothing
     *     of the call is stored
     */
    public List<Answer> acknowledge(TillId tillId, ClaimOrders.Journal journal, List<Item> items) {
        Till till = tills.calling(tillId);
        till.journal(journal.id());
        Tills.Telling telling = tills.tell(till, journal);
        if (telling == Tills.Telling.PASSED || telling == Tills.Telling.TWIN)
            throw JournalRolledBack.toldBefore(tillId, till.number());
        tills.believed(till, clock.instant());
        List<Answer> answers = new ArrayList<>();
        for (Item item : items) answers.add(acknowledge(till, item));
        return answers;
    }

    private Answer acknowledge(Till till, Item item) {
        Instant now = clock.instant();
        try {
            Transfers.Placed placed = transfers.placed(till.scope(), OrderId.parse(item.orderId()));
            Transfer after = transfers.move(
                    placed,
                    TransferMove.Move.ACKNOWLEDGE,
                    till.actor(),
                    "",
                    now,
                    t -> t.acknowledge(till.id().value(), item.fence(), now));
            return new Answer(item.orderId(), null, after.state(), after.owner(), null);
        } catch (TransferRefused refused) {
            Transfer stands = refused.transfer();
            return new Answer(item.orderId(), refused.code(), stands.state(), stands.owner(), refused.getMessage());
        } catch (Refusal unknown) {
            return new Answer(item.orderId(), unknown.code(), null, null, unknown.getMessage());
        }
    }

    /**
     * Move 7.
     *
     * @param code why, for programs and the portal, such as {@code unknown-article}
     * @throws TransferRefused when the till no longer holds the order with this fence
     */
    public void refuse(TillId tillId, OrderId order, long fence, String code, String detail) {
        Till till = tills.calling(tillId);
        Instant now = clock.instant();
        Transfers.Placed placed = transfers.placed(till.scope(), order);
        transfers.move(
                placed,
                TransferMove.Move.REFUSE,
                till.actor(),
                code + ": " + detail,
                now,
                t -> t.refuse(till.id().value(), fence, now));
        notes.refused(order, code, detail);
    }

    public record Item(String orderId, long fence) {}

    /**
     * @param code null when the item was taken; else {@code order-taken-over}, {@code order-withdrawn}, …
     * @param detail what the till can do about it, null when the item was taken
     */
    public record Answer(
            String orderId,
            @Nullable String code,
            @Nullable PosTransfer state,
            @Nullable String owner,
            @Nullable String detail) {}
}
