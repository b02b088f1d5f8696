package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.DomainEvent;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Stores the own new password; whoever had the old one is out: other sessions, other devices, this session's secret. */
@ApplicationScoped
@Transactional
class OwnPassword {

    private final EntityManager entities;
    private final KnownDevices devices;
    private final Audit audit;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected OwnPassword() { // CDI
        this(null, null, null, null, null);
    }

    @Inject
    OwnPassword(EntityManager entities, KnownDevices devices, Audit audit, Event<DomainEvent> events, Clock clock) {
        this.entities = entities;
        this.devices = devices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @return the new secret of this session */
    public Secret store(Caller by, String newHash, String session, Device device) {
        PortalUser user = entities.find(PortalUser.class, by.userId());
        user.choosePassword(newHash);
        Secret rotated = Secret.fresh();
        String own = Secret.hashOf(session);
        entities.createQuery("delete from PortalSession s where s.user = :user and s.tokenHash <> :keep")
                .setParameter("user", user.id())
                .setParameter("keep", own)
                .executeUpdate();
        entities.createQuery("update PortalSession s set s.tokenHash = :next where s.tokenHash = :own")
                .setParameter("next", rotated.hash())
                .setParameter("own", own)
                .executeUpdate();
        devices.forget(user.id(), device.token().isEmpty() ? "" : Secret.hashOf(device.token()));
        events.fire(AccountChanged.of(user, AccountChanged.What.PASSWORD, clock.instant()));
        audit.record(by.actor(), user.tenantValue(), "password-changed", user.login(), "");
        return rotated;
    }
}
