package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.identity.AccountChanged;
import de.hypersoft.esolutions.identity.AccountMails;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.PortalUser;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.KnownDevices;
import de.hypersoft.esolutions.identity.session.SessionSecrets;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Stores the own new password; whoever had the old one is out: other sessions, other devices, this session's secret. */
@ApplicationScoped
@Transactional
public class OwnPassword {

    private final EntityManager entities;
    private final SessionSecrets secrets;
    private final KnownDevices devices;
    private final Audit audit;
    private final AccountMails mails;

    @Inject
    public OwnPassword(
            EntityManager entities, SessionSecrets secrets, KnownDevices devices, Audit audit, AccountMails mails) {
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
