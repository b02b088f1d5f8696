package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.Audit;
import de.hypersoft.esolutions.kernel.RetryOnConflict;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Stores the own new password; whoever had the old one is out: other sessions, other devices, this session's secret. */
@ApplicationScoped
@Transactional
class OwnPassword {

    private final EntityManager entities;
    private final SessionSecrets secrets;
    private final KnownDevices devices;
    private final Audit audit;
    private final AccountMails mails;

    @Inject
    OwnPassword(EntityManager entities, SessionSecrets secrets, KnownDevices devices, Audit audit, AccountMails mails) {
        this.entities = entities;
        this.secrets = secrets;
        this.devices = devices;
        this.audit = audit;
        this.mails = mails;
    }

    /** @return the new secret of this session */
    @RetryOnConflict
    public Secret store(Caller by, String newHash, String session, Device device) {
        PortalUser user = entities.find(PortalUser.class, by.userId());
        user.choosePassword(newHash);
        Secret rotated = secrets.alone(user.id(), session);
        devices.forget(user.id(), device.token().isEmpty() ? "" : Secret.hashOf(device.token()));
        mails.tell(by, user, AccountChanged.What.PASSWORD);
        audit.record(by.actor(), user.tenantValue(), "password-changed", user.login(), "");
        return rotated;
    }
}
