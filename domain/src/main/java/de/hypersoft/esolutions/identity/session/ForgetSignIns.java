package de.hypersoft.esolutions.identity.session;

import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.identity.password.PasswordLinks;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Removes what no longer counts: failed tries, devices not seen for long, links that ran out, refused acts after their
 * term, and the addresses that all acts came from; after the same, where to write to who has left.
 */
@ApplicationScoped
public class ForgetSignIns {

    private final SignInLimits limits;
    private final KnownDevices devices;
    private final PasswordLinks links;
    private final RefusedActs refused;
    private final Users users;
    private final Clock clock;

    @Inject
    ForgetSignIns(
            SignInLimits limits,
            KnownDevices devices,
            PasswordLinks links,
            RefusedActs refused,
            Users users,
            Clock clock) {
        this.limits = limits;
        this.devices = devices;
        this.links = links;
        this.refused = refused;
        this.users = users;
        this.clock = clock;
    }

    public void sweep() {
        limits.sweep();
        devices.sweep();
        links.sweep();
        refused.sweep();
        users.forgetLeft(clock.instant().minus(RefusedActs.KEPT));
    }
}
