package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in. */
@ApplicationScoped
@Transactional
public class Sessions {

    private final EntityManager entities;
    private final KnownDevices devices;
    private final Audit audit;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected Sessions() { // CDI
        this(null, null, null, null);
    }

    @Inject
    public Sessions(EntityManager entities, KnownDevices devices, Audit audit, Clock clock) {
        this.entities = entities;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a session, sweeps out the dead ones, and knows the device from now on. */
    public SignIn.Entered open(UUID userId, Device device) {
        Instant now = clock.instant();
        entities.createQuery("delete from PortalSession s where s.usedAt < :idle or s.openedAt < :old")
                .setParameter("idle", now.minus(PortalSession.IDLE))
                .setParameter("old", now.minus(PortalSession.LIFE))
                .executeUpdate();
        PortalUser user = entities.find(PortalUser.class, userId);
        user.signedIn(now);
        Secret token = Secret.fresh();
        entities.persist(new PortalSession(token.hash(), userId, now));
        Caller caller = user.caller();
        audit.record(caller.actor(), user.tenantValue(), "signed-in", caller.login(), "");
        return new SignIn.Entered(token, devices.remember(userId, device.token()));
    }

    /** Who holds this secret; empty when the session ended or its user may no longer work here. */
    public Optional<Caller> caller(String token) {
        Instant now = clock.instant();
        return find(token).filter(s -> s.isAlive(now)).flatMap(session -> {
            session.used(now);
            PortalUser user = entities.find(PortalUser.class, session.user());
            return user.isActive() ? Optional.of(user.caller()) : Optional.empty();
        });
    }

    /** Signs out; a session that is gone already is fine. */
    public void end(String token) {
        find(token).ifPresent(entities::remove);
    }

    private Optional<PortalSession> find(String token) {
        return entities.createQuery("select s from PortalSession s where s.tokenHash = :hash", PortalSession.class)
                .setParameter("hash", Secret.hashOf(token))
                .getResultStream()
                .findFirst();
    }
}
