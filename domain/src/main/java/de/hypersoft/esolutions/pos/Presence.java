package de.hypersoft.esolutions.pos;

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

    @SuppressWarnings("NullAway")
    protected Presence() { // CDI
        this(null, null);
    }

    @Inject
    public Presence(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void heardOf(TillId till) {
        Instant now = clock.instant();
        contacts.merge(
                till.value(),
                new Contact(now, "", 0, true),
                (old, fresh) -> new Contact(now, old.journal(), old.journalSeq(), true));
    }

    /** Another journal starts at its own sequence: a replaced device, or one that a person accepted. */
    void journalAt(TillId till, String journal, long seq) {
        Instant now = clock.instant();
        contacts.merge(
                till.value(),
                new Contact(now, journal, seq, true),
                (old, fresh) -> old.journal().equals(journal)
                        ? new Contact(now, journal, Math.max(old.journalSeq(), seq), true)
                        : fresh);
    }

    long journalSeq(TillId till, String journal) {
        Contact contact = contacts.get(till.value());
        return contact == null || !contact.journal().equals(journal) ? 0 : contact.journalSeq();
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

    /** Writes what changed since the last flush. */
    @Transactional
    public void flush() {
        contacts.forEach((till, contact) -> {
            if (!contact.dirty()) return;
            entities.createQuery("update Till t set t.lastSeenAt = :at, t.journalSeq = case when t.journalId = :journal"
                            + " and t.journalSeq < :seq"
                            + " then :seq else t.journalSeq end where t.id = :id"
                            + " and (t.lastSeenAt is null or t.lastSeenAt < :at)")
                    .setParameter("at", contact.at())
                    .setParameter("journal", contact.journal())
                    .setParameter("seq", contact.journalSeq())
                    .setParameter("id", till)
                    .executeUpdate();
            contacts.replace(till, contact, new Contact(contact.at(), contact.journal(), contact.journalSeq(), false));
        });
    }

    /** @param journal name of the journal that told the sequence, empty while none did */
    private record Contact(Instant at, String journal, long journalSeq, boolean dirty) {}
}
