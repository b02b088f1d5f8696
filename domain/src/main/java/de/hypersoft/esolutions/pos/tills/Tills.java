package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.pos.ClaimOrders;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All tills. */
@ApplicationScoped
public class Tills {

    /** So long after a till was refused last, an accepted call shows that nothing is wrong any more. */
    static final Duration QUIET = Duration.ofHours(1);

    private final EntityManager entities;

    @Inject
    public Tills(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Till till) {
        entities.persist(till);
    }

    public Till get(TillId id) {
        Till found = entities.find(Till.class, id.value());
        if (found == null) throw new UnknownTill(id.toString());
        return found;
    }

    /** The till as a caller: a call that was let in before the till was revoked is refused all the same. */
    public Till calling(TillId id) {
        Till found = get(id);
        if (!found.paired()) throw new Revoked(found);
        return found;
    }

    public Till get(Scope scope, TillId id) {
        Till found = get(id);
        if (!scope.covers(found.tenant(), found.location())) throw new UnknownTill(id.toString());
        return found;
    }

    Optional<Till> byToken(String token) {
        return entities.createQuery("select t from Till t where t.tokenHash = :hash", Till.class)
                .setParameter("hash", Secret.hashOf(token))
                .getResultStream()
                .findFirst();
    }

    List<Till> of(TenantId tenant) {
        return entities.createQuery(
                        "select t from Till t where t.tenant = :tenant order by t.location, t.number", Till.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public int nextNumber(UUID location) {
        Integer highest = entities.createQuery(
                        "select max(t.number) from Till t where t.location = :location", Integer.class)
                .setParameter("location", location)
                .getSingleResult();
        return highest == null ? 1 : highest + 1;
    }

    /**
     * Stores the number a journal tells, by one conditional UPDATE: of two clones of a till that tell the same one, on
     * whatever nodes, one gets the row. Comes before every other write of its call, so that what is refused has stored
     * nothing and calls of one till wait for each other in one order. A repetition of the very same call is told by its
     * key, which a clone cannot know: it was made for that call and is on no disk.
     */
    public Telling tell(Till till, ClaimOrders.Journal journal) {
        int told = entities.createQuery("update Till t set t.journalSeq = :seq, t.journalCall = :call"
                        + " where t.id = :id and t.journalId = :journal and (t.journalSeq < :seq"
                        + " or t.journalSeq = 0 and t.journalCall is null)") // a journal may begin with 0
                .setParameter("seq", journal.seq())
                .setParameter("call", journal.call())
                .setParameter("id", till.id().value())
                .setParameter("journal", journal.id())
                .executeUpdate();
        if (told == 1) return Telling.NEWS;
        JournalStand stands = entities.createQuery(
                        Projection.of(JournalStand.class, "t.journalId, t.journalSeq, t.journalCall")
                                + " from Till t where t.id = :id",
                        JournalStand.class)
                .setParameter("id", till.id().value())
                .getSingleResult();
        if (!journal.id().equals(stands.id())) return Telling.TWIN;
        if (journal.seq() < stands.seq()) return Telling.PASSED;
        return journal.call().equals(stands.call()) ? Telling.REPEATED : Telling.TWIN;
    }

    private record JournalStand(
            @Nullable String id, long seq, @Nullable String call) {}

    /**
     * A call of the till was accepted: what was wrong is over, unless something was refused lately. Of two clones one is
     * accepted all the time, and people have to learn of the other one all the same.
     */
    public void believed(Till till, Instant now) {
        Till.Distrust distrust = till.distrust();
        if (distrust == null || distrust.last().isAfter(now.minus(QUIET))) return;
        entities.createQuery("update Till t set t.refusedSince = null, t.refusedAt = null, t.refusedKind = null"
                        + " where t.id = :id and t.refusedAt <= :quiet")
                .setParameter("id", till.id().value())
                .setParameter("quiet", now.minus(QUIET))
                .executeUpdate();
    }

    /** What a number is to those told before it. */
    public enum Telling {
        NEWS,
        /** the same call again: it gets its first answer */
        REPEATED,
        /** a later call was answered before this one */
        PASSED,
        /** another call told this number, or another journal speaks for the till */
        TWIN
    }

    /** Its token died while the call was on its way, or waited. */
    static final class Revoked extends Forbidden {
        Revoked(Till till) {
            super(
                    "till-revoked",
                    "till " + till.number() + " was revoked; pair the device anew with a PIN from the portal");
        }
    }

    /** No such till, or another tenant's. */
    static final class UnknownTill extends NotFound {
        UnknownTill(String given) {
            super("unknown-till", "there is no till " + given);
        }
    }
}
