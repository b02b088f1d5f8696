package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.identity.password.Passwords;
import de.hypersoft.esolutions.identity.session.KnownDevices;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Passwords that cost little, for tests of other features. */
public final class QuickPasswords {

    private QuickPasswords() {}

    public static Users users(EntityManager entities, Locations locations, Audit audit, Clock clock) {
        return new Users(entities, new Passwords(64), locations, audit, untold(entities, clock), clock);
    }

    /** Links to choose one. */
    public static PasswordLinks links(EntityManager entities, Users users, Audit audit, Clock clock) {
        return new PasswordLinks(
                entities, users, new KnownDevices(entities, clock), audit, untold(entities, clock), clock);
    }

    private static AccountMails untold(EntityManager entities, Clock clock) {
        return new AccountMails(new SignInLimits(entities, clock), new Told<>(), clock);
    }
}
