package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.PortalUser;
import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.tenancy.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is signed in. */
@ApplicationScoped
@Transactional
public class Sessions {

    private final EntityManager entities;
    private final KnownDevices devices;
    private final SecondFactors factors;
    private final SessionSecrets secrets;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public Sessions(
            EntityManager entities,
            KnownDevices devices,
            SecondFactors factors,
            SessionSecrets secrets,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.devices = devices;
        this.factors = factors;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a session and sweeps out the dead ones. Without a second factor the device is known from now on; with one the
     * session opens nothing yet.
     */
    public SignIn.Entered open(UUID userId, Device device) {
        Instant now = clock.instant();
        boolean waits = factors.isActive(userId);
        entities.createQuery("delete from PortalSession s where s.usedAt < :idle or s.openedAt < :old")
                .setParameter("idle", now.minus(PortalSession.IDLE))
                .setParameter("old", now.minus(PortalSession.LIFE))
                .executeUpdate();
        PortalUser user = entities.find(PortalUser.class, userId);
        user.signedIn(now); // refuses the deactivated
        Secret token = Secret.fresh();
        entities.persist(new PortalSession(token.hash(), userId, waits, device, now));
        if (!waits) return entered(user, token, device, "");
        note(user, "password-accepted", ""); // whoever gives up here has the password of somebody else
        return new SignIn.Entered(token, new Secret(device.token()), true);
    }

    /** Whose code is waited for. @throws UnknownSession when none is, or no longer */
    public UUID waitingFor(String token) {
        Instant now = clock.instant();
        return find(token)
                .filter(s -> s.waitsForCode(now))
                .orElseThrow(UnknownSession::new)
                .user();
    }

    /**
     * The code was right: another session in the place of the one that waited, whose secret may be known.
     *
     * @param recovery whether it was a recovery code
     */
    public SignIn.Entered complete(String token, Device device, boolean recovery) {
        UUID userId = waitingFor(token);
        int ended = entities.createQuery("delete from PortalSession s where s.tokenHash = :hash and s.waiting = true")
                .setParameter("hash", Secret.hashOf(token))
                .executeUpdate();
        if (ended != 1) throw new UnknownSession();
        PortalUser user = entities.find(PortalUser.class, userId);
        user.signedIn(clock.instant());
        Secret whole = Secret.fresh();
        entities.persist(new PortalSession(whole.hash(), userId, false, device, clock.instant()));
        return entered(user, whole, device, recovery ? "recovery code" : "app code");
    }

    private SignIn.Entered entered(PortalUser user, Secret token, Device device, String factor) {
        note(user, "signed-in", factor);
        return new SignIn.Entered(token, devices.remember(user.id(), device.token()), false);
    }

    private void note(PortalUser user, String action, String factor) {
        Caller caller = user.caller();
        audit.record(caller.actor(), user.tenantValue(), action, caller.login(), factor);
    }

    /** Who holds this secret; empty when the session ended or its user may no longer work here. */
    public Optional<Opened> opened(String token) {
        Instant now = clock.instant();
        return find(token).filter(s -> s.isAlive(now)).flatMap(session -> {
            session.used(now);
            PortalUser user = entities.find(PortalUser.class, session.user());
            return user.isActive()
                    ? Optional.of(new Opened(session.id(), user.caller(), session.formKey()))
                    : Optional.empty();
        });
    }

    /**
     * When the password of this session was typed last.
     *
     * @throws NotFound when the session has ended, or has a newer secret
     */
    public Instant confirmedAt(String token) {
        return find(token)
                .filter(session -> session.hasToken(Secret.hashOf(token)))
                .orElseThrow(UnknownSession::new)
                .confirmedAt();
    }

    /** The password was typed again. @return the session's new secret, as {@link SessionSecrets#renew} says */
    public Optional<Secret> confirmed(String token) {
        return secrets.renew(token);
    }

    /** What the holders of these sessions may touch now; of those that ended, or whose user may no longer work here, nothing. */
    public Map<UUID, Reach> reaches(Set<UUID> ids) {
        Instant now = clock.instant();
        Map<UUID, Reach> reaches = new HashMap<>();
        entities.createQuery(
                        Projection.of(Holder.class, "s, u") + " from PortalSession s, PortalUser u"
                                + " where u.id = s.user and u.active = true and s.id in :ids",
                        Holder.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(holder -> holder.session().isAlive(now))
                .forEach(holder ->
                        reaches.put(holder.session().id(), holder.user().reach()));
        return reaches;
    }

    private record Holder(PortalSession session, PortalUser user) {}

    /** The own ones that are alive, last used first. */
    public List<View> list(Caller by, String ownToken) {
        Instant now = clock.instant();
        String own = Secret.hashOf(ownToken);
        return entities.createQuery(
                        "select s from PortalSession s where s.user = :user order by s.usedAt desc, s.id desc",
                        PortalSession.class)
                .setParameter("user", by.userId())
                .setMaxResults(100)
                .getResultStream()
                .filter(s -> s.isAlive(now))
                .map(s -> s.view(own))
                .toList();
    }

    /** One of the own. @throws NotFound when it is none of them, or has ended */
    public void end(Caller by, UUID id) {
        int ended = entities.createQuery("delete from PortalSession s where s.id = :id and s.user = :user")
                .setParameter("id", id)
                .setParameter("user", by.userId())
                .executeUpdate();
        if (ended == 0) throw new UnknownSession();
        audit.record(by.actor(), tenant(by), "session-ended", by.login(), "");
    }

    /** All of the own but this one. */
    public void endOthers(Caller by, String ownToken) {
        UUID own = find(ownToken).orElseThrow(UnknownSession::new).id();
        entities.createQuery("delete from PortalSession s where s.user = :user and s.id <> :keep")
                .setParameter("user", by.userId())
                .setParameter("keep", own)
                .executeUpdate();
        audit.record(by.actor(), tenant(by), "sessions-ended", by.login(), "");
    }

    private @Nullable UUID tenant(Caller by) {
        return entities.find(PortalUser.class, by.userId()).tenantValue();
    }

    /** Signs out; a session that is gone already is fine. */
    public void end(String token) {
        find(token).ifPresent(session -> {
            PortalUser user = entities.find(PortalUser.class, session.user());
            if (session.isWhole())
                audit.record(
                        Actor.user(user.id().toString(), user.name()),
                        user.tenantValue(),
                        "signed-out",
                        user.login(),
                        "");
            entities.remove(session);
        });
    }

    private Optional<PortalSession> find(String token) {
        return entities.createQuery(
                        "select s from PortalSession s where s.tokenHash = :hash"
                                + " or (s.formerHash = :hash and s.renewedAt > :since)",
                        PortalSession.class)
                .setParameter("hash", Secret.hashOf(token))
                .setParameter("since", clock.instant().minus(PortalSession.LINGER))
                .getResultStream()
                .findFirst();
    }

    /**
     * A session that lets its holder in.
     *
     * @param session its id
     * @param formKey what its forms are bound to, as long as it lives
     */
    public record Opened(UUID session, Caller caller, String formKey) {
        @Override
        public String toString() {
            return "Opened[" + session + "]";
        }
    }

    /**
     * One session as its owner sees it.
     *
     * @param agent what the browser said it is
     * @param own the one that asks
     */
    public record View(UUID id, String address, String agent, Instant openedAt, Instant usedAt, boolean own) {}

    /** There is no such session, or not of the asker. */
    public static final class UnknownSession extends NotFound {
        UnknownSession() {
            super("unknown-session", "there is no such session");
        }
    }
}
