package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.pos.ClaimOrders;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose token is this? Asked on every call of the wire, so a revoked token is dead at once. */
@ApplicationScoped
@Transactional
public class AuthenticateTill {

    private final Tills tills;
    private final Presence presence;

    @Inject
    AuthenticateTill(Tills tills, Presence presence) {
        this.tills = tills;
        this.presence = presence;
    }

    public Optional<Device> authenticate(String token) {
        Optional<Till> till = tills.byToken(token);
        till.ifPresent(t -> presence.heardOf(t.id()));
        return till.map(Till::device);
    }

    /**
     * The till that calls.
     *
     * @param journalId the journal that speaks for it, null when the next one to speak will be it
     * @param journalSeq the highest number the database knows of that journal, 0 for none
     * @param journalCall the call that told that number, null when it is not known
     * @param version changes when a person pairs the till anew or accepts a journal
     */
    public record Device(
            TillId till,
            TenantId tenant,
            LocationId location,
            int number,
            String name,
            boolean receivesOrders,
            boolean headOffice,
            @Nullable String journalId,
            long journalSeq,
            @Nullable String journalCall,
            int version) {

        /**
         * @param heard the highest number this node heard of that journal, -1 for none
         * @param heardCall the call that told it
         */
        void checkJournal(ClaimOrders.Journal journal, long heard, @Nullable String heardCall) {
            if (journalId != null && !journalId.equals(journal.id()))
                throw JournalRolledBack.anotherJournal(till, number);
            boolean stored = journalSeq > 0 && journalSeq >= heard;
            long seen = stored ? journalSeq : heard;
            if (journal.seq() > seen) return;
            boolean repeated = journal.seq() == seen && journal.call().equals(stored ? journalCall : heardCall);
            if (!repeated) throw JournalRolledBack.toldBefore(till, number);
        }
    }
}
