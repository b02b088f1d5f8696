package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.pos.ClaimOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * When each till was heard of last. Every contact counts; kept in memory, written at most every ten seconds by the
 * flush, so that an empty poll writes nothing.
 */
@ApplicationScoped
public class Presence {

    /** No contact for longer than this, and the portal says so (a long poll returns after 25 s at the latest). */
    public static final Duration LOST_AFTER = Duration.ofSeconds(75);

    /** In one transaction: other nodes and calls of these tills wait for its end. */
    public static final int TOGETHER = 500;

    private static final String NEWER = "journal_id = ? and version = ? and journal_seq < ?";

    /** A till that told no journal has told the name of none, which is no till's. */
    private static final String HEARD_OF = "update pos.till set last_seen_at = case when last_seen_at is null"
            + " or last_seen_at < ? then ? else last_seen_at end, journal_seq = case when " + NEWER
            + " then ? else journal_seq end, journal_call = case when " + NEWER
            + " then ? else journal_call end where id = ? and (last_seen_at is null or last_seen_at < ? or " + NEWER
            + ")";

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

    /**
     * Writes what changed since it was written last, of up to {@link #TOGETHER} tills in one round trip; of two nodes the
     * later contact and the higher number stay. Each node writes in the order of the ids, so that none waits for another
     * that waits for it.
     *
     * @return of how many tills; when it is all that fit, there may be more
     */
    @Transactional
    public int flush() {
        List<Map.Entry<UUID, Contact>> changed = contacts.entrySet().stream()
                .filter(till -> till.getValue().dirty())
                .map(Map.Entry::copyOf)
                .sorted(Map.Entry.comparingByKey())
                .limit(TOGETHER)
                .toList();
        if (changed.isEmpty()) return 0;
        entities.unwrap(Session.class).doWork(connection -> write(connection, changed));
        changed.forEach(till ->
                contacts.replace(till.getKey(), till.getValue(), till.getValue().written()));
        return changed.size();
    }

    private static void write(Connection connection, List<Map.Entry<UUID, Contact>> changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(HEARD_OF)) {
            for (Map.Entry<UUID, Contact> till : changed) {
                Contact contact = till.getValue();
                OffsetDateTime at = contact.at().atOffset(ZoneOffset.UTC);
                Object[] values = {
                    at,
                    at,
                    contact.journal(),
                    contact.version(),
                    contact.journalSeq(),
                    contact.journalSeq(),
                    contact.journal(),
                    contact.version(),
                    contact.journalSeq(),
                    contact.journalCall(),
                    till.getKey(),
                    at,
                    contact.journal(),
                    contact.version(),
                    contact.journalSeq()
                };
                for (int i = 0; i < values.length; i++) update.setObject(i + 1, values[i]);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /**
     * @param journal name of the journal that told the sequence, empty while none did
     * @param journalCall the call that told it
     * @param version of the till when it was told
     */
    private record Contact(
            Instant at, String journal, long journalSeq, String journalCall, int version, boolean dirty) {

        Contact written() {
            return new Contact(at, journal, journalSeq, journalCall, version, false);
        }
    }
}
