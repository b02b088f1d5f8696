package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.pos.ClaimOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When each till was heard of last. Every contact counts; kept in memory, written at most every ten seconds by the
 * flush, so that an empty poll writes nothing.
 */
@ApplicationScoped
public class Presence {

    /** No contact for longer than this, and the portal says so (a long poll returns after 25 s at the latest). */
    public static final Duration LOST_AFTER = Duration.ofSeconds(75);

    private final Map<UUID, Contact> contacts = new ConcurrentHashMap<>();
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public Presence(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void heardOf(TillId till) {
        Instant now = clock.instant();
        contacts.merge(
                till.value(),
                new Contact(now, "", 0, "", 0, true),
                (old, fresh) ->
                        new Contact(now, old.journal(), old.journalSeq(), old.journalCall(), old.version(), true));
    }

    /**
     * Each request of a journal has a number of its own. Another journal than the till's, the same number told by another
     * call or a lower one is a restored backup or a cloned disk (handover). Asked on arrival, of what this node knows; what
     * two nodes heard at the same moment is decided by {@link Tills#tell}, before anything is handed out or taken. A number heard before a person paired the till anew or accepted its journal does
     * not count.
     *
     * @throws JournalRolledBack and nothing is remembered of the request
     */
    public void arrived(AuthenticateTill.Device device, ClaimOrders.Journal journal) {
        Instant now = clock.instant();
        contacts.compute(device.till().value(), (till, old) -> {
            boolean sameJournal = old != null
                    && old.version() == device.version()
                    && old.journal().equals(journal.id());
            device.checkJournal(journal, sameJournal ? old.journalSeq() : -1, sameJournal ? old.journalCall() : null);
            return new Contact(now, journal.id(), journal.seq(), journal.call(), device.version(), true);
        });
    }

    /** A device was paired anew or its journal accepted by a person: what was heard before no longer counts. */
    void forget(TillId till) {
        contacts.remove(till.value());
    }

    /** The later of what this node heard and what the database knows. */
    public @Nullable Instant lastSeen(TillId till, @Nullable Instant stored) {
        Contact contact = contacts.get(till.value());
        if (contact == null) return stored;
        return stored == null || contact.at().isAfter(stored) ? contact.at() : stored;
    }

    public boolean present(@Nullable Instant lastSeen) {
        return lastSeen != null && lastSeen.plus(LOST_AFTER).isAfter(clock.instant());
    }

    /** Writes what changed since the last flush; of two nodes the later contact and the higher number stay. */
    @Transactional
    public void flush() {
        contacts.forEach((till, contact) -> {
            if (!contact.dirty()) return;
            write(till, contact);
            contacts.replace(
                    till,
                    contact,
                    new Contact(
                            contact.at(),
                            contact.journal(),
                            contact.journalSeq(),
                            contact.journalCall(),
                            contact.version(),
                            false));
        });
    }

    private void write(UUID till, Contact contact) {
        entities.createQuery("update Till t set t.lastSeenAt = :at where t.id = :id"
                        + " and (t.lastSeenAt is null or t.lastSeenAt < :at)")
                .setParameter("at", contact.at())
                .setParameter("id", till)
                .executeUpdate();
        if (contact.journal().isEmpty()) return;
        entities.createQuery("update Till t set t.journalSeq = :seq, t.journalCall = :call where t.id = :id"
                        + " and t.journalId = :journal and t.version = :version and t.journalSeq < :seq")
                .setParameter("seq", contact.journalSeq())
                .setParameter("call", contact.journalCall())
                .setParameter("id", till)
                .setParameter("journal", contact.journal())
                .setParameter("version", contact.version())
                .executeUpdate();
    }

    /**
     * @param journal name of the journal that told the sequence, empty while none did
     * @param journalCall the call that told it
     * @param version of the till when it was told
     */
    private record Contact(
            Instant at, String journal, long journalSeq, String journalCall, int version, boolean dirty) {}
}
