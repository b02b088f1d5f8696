package de.hypersoft.esolutions.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sign-in is measured against, read in a transaction of its own. */
@ApplicationScoped
@Transactional
class Credentials {

    private final Users users;

    @SuppressWarnings("NullAway")
    protected Credentials() { // CDI
        this(null);
    }

    @Inject
    Credentials(Users users) {
        this.users = users;
    }

    /** Null when nobody active has this login. */
    public @Nullable Stored of(String login) {
        return users.byLogin(login)
                .filter(PortalUser::isActive)
                .map(u -> new Stored(u.id(), u.passwordHash()))
                .orElse(null);
    }

    record Stored(UUID user, String passwordHash) {}
}
