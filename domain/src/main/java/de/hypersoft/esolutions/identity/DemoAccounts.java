package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.identity.password.Passwords;
import de.hypersoft.esolutions.identity.session.KnownDevices;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shuts the accounts of a demo where the demo is over: whoever has read this repository knows their passwords. They are
 * known by those, so whoever has chosen another password since stays in.
 */
@ApplicationScoped
public class DemoAccounts {

    /** Those of {@code demo/brand.json} and {@code demo/hosting.json}, by login. */
    static final Map<String, String> PASSWORDS =
            Map.of("hosting", "demo-hosting", "linde", "demo-linde", "nord", "demo-linde-nord");

    private final Passwords passwords;
    private final Shutting shutting;

    @Inject
    DemoAccounts(Passwords passwords, Shutting shutting) {
        this.passwords = passwords;
        this.shutting = shutting;
    }

    /** @return the logins of those that were open until now; of two nodes at once one has each */
    public List<String> shut() {
        List<String> shut = new ArrayList<>();
        new TreeMap<>(PASSWORDS).forEach((login, known) -> {
            Optional<String> hash = shutting.hash(login);
            if (hash.isPresent()
                    && passwords.verify(known, hash.get())
                    && shutting.shut(login, hash.get(), passwords.none())) shut.add(login);
        });
        return shut;
    }

    /** The transactions, without the slow hash. */
    @ApplicationScoped
    @Transactional
    static class Shutting {

        private final EntityManager entities;
        private final Users users;
        private final KnownDevices devices;
        private final Audit audit;

        @Inject
        Shutting(EntityManager entities, Users users, KnownDevices devices, Audit audit) {
            this.entities = entities;
            this.users = users;
            this.devices = devices;
            this.audit = audit;
        }

        public Optional<String> hash(String login) {
            return users.byLogin(login).map(PortalUser::passwordHash);
        }

        /** Neither a session nor a password opens it from now on; activating it again does not bring the password back. */
        public boolean shut(String login, String known, String none) {
            int shut = entities.createQuery("update PortalUser u set u.passwordHash = :none, u.active = false,"
                            + " u.version = u.version + 1 where u.login = :login and u.passwordHash = :known")
                    .setParameter("none", none)
                    .setParameter("login", login)
                    .setParameter("known", known)
                    .executeUpdate();
            if (shut != 1) return false;
            PortalUser user = users.byLogin(login).orElseThrow();
            users.endSessions(user.id());
            devices.forget(user.id(), "");
            audit.record(Actor.SYSTEM, user.tenantValue(), "user-deactivated", login, "password of the demo");
            return true;
        }
    }
}
