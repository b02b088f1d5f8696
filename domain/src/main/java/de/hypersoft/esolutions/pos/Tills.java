package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tills. */
@ApplicationScoped
class Tills {

    private final EntityManager entities;

    @SuppressWarnings("NullAway")
    protected Tills() { // CDI
        this(null);
    }

    @Inject
    Tills(EntityManager entities) {
        this.entities = entities;
    }

    void add(Till till) {
        entities.persist(till);
    }

    Till get(TillId id) {
        Till found = entities.find(Till.class, id.value());
        if (found == null) throw new UnknownTill(id.toString());
        return found;
    }

    /** The till as a caller: a call that was let in before the till was revoked is refused all the same. */
    Till calling(TillId id) {
        Till found = get(id);
        if (!found.paired()) throw new Revoked(found);
        return found;
    }

    Till get(Scope scope, TillId id) {
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

    int nextNumber(UUID location) {
        Integer highest = entities.createQuery(
                        "select max(t.number) from Till t where t.location = :location", Integer.class)
                .setParameter("location", location)
                .getSingleResult();
        return highest == null ? 1 : highest + 1;
    }

    /** Keeps the highest sequence a journal has told, so that an older backup of it is noticed. */
    void remember(TillId till, long journalSeq) {
        entities.createQuery("update Till t set t.journalSeq = :seq where t.id = :id and t.journalSeq < :seq")
                .setParameter("seq", journalSeq)
                .setParameter("id", till.value())
                .executeUpdate();
    }

    /** Its token died while the call was on its way, or waited. */
    static final class Revoked extends Forbidden {
        Revoked(Till till) {
            super("till-revoked", "till " + till.number() + " was revoked");
        }
    }

    /** No such till, or another tenant's. */
    static final class UnknownTill extends NotFound {
        UnknownTill(String given) {
            super("unknown-till", "there is no till " + given);
        }
    }
}
