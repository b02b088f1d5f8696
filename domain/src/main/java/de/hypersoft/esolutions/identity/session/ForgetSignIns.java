package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Removes what no longer counts: failed tries, devices not seen for long, links that ran out, refused acts after their term; after the same, from
 * where somebody signed in, and where to write to who has left.
 */
@ApplicationScoped
public class ForgetSignIns {

    private final SignInLimits limits;
    private final KnownDevices devices;
    private final PasswordLinks links;
    private final RefusedActs refused;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    @Inject
    ForgetSignIns(
            SignInLimits limits,
            KnownDevices devices,
            PasswordLinks links,
            RefusedActs refused,
            Users users,
            Audit audit,
            Clock clock) {
        this.limits = limits;
        this.devices = devices;
        this.links = links;
        this.refused = refused;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    public void sweep() {
        limits.sweep();
        devices.sweep();
        links.sweep();
        refused.sweep();
        Instant before = clock.instant().minus(RefusedActs.KEPT);
        audit.forgetAddresses(List.of("signed-in", "password-chosen"), before);
        users.forgetLeft(before);
    }
}
