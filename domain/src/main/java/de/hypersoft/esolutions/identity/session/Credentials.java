package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.identity.PortalUser;
import de.hypersoft.esolutions.identity.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sign-in is measured against, read in a transaction of its own. */
@ApplicationScoped
@Transactional
public class Credentials {

    private final EntityManager entities;
    private final Users users;
    private final KnownDevices devices;

    @Inject
    public Credentials(EntityManager entities, Users users, KnownDevices devices) {
        this.entities = entities;
        this.users = users;
        this.devices = devices;
    }

    /** Null when nobody active has this login. */
    public @Nullable Stored of(String login, Device device) {
        return users.byLogin(login)
                .filter(PortalUser::isActive)
                .map(u -> new Stored(u.id(), u.tenantValue(), u.passwordHash(), devices.knows(u.id(), device.token())))
                .orElse(null);
    }

    /** Of somebody whose password was right. */
    public Account of(UUID id) {
        PortalUser user = users.get(id);
        return new Account(user.login(), user.tenantValue());
    }

    /** The same password, hashed anew; nothing happens when its owner has chosen another one meanwhile. */
    void renew(Stored stored, String hash) {
        entities.createQuery("update PortalUser set passwordHash = :hash where id = :id and passwordHash = :old")
                .setParameter("hash", hash)
                .setParameter("id", stored.user())
                .setParameter("old", stored.passwordHash())
                .executeUpdate();
    }

    public record Account(String login, @Nullable UUID tenant) {}

    /** @param known the user has signed in on this device before */
    public record Stored(UUID user, @Nullable UUID tenant, String passwordHash, boolean known) {}
}
