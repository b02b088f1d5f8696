package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.RefusedActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Removes what no longer counts: failed tries, devices not seen for long, links that ran out, refused acts after their term. */
@ApplicationScoped
public class ForgetSignIns {

    private final SignInLimits limits;
    private final KnownDevices devices;
    private final PasswordLinks links;
    private final RefusedActs refused;

    @SuppressWarnings("NullAway")
    protected ForgetSignIns() { // CDI
        this(null, null, null, null);
    }

    @Inject
    ForgetSignIns(SignInLimits limits, KnownDevices devices, PasswordLinks links, RefusedActs refused) {
        this.limits = limits;
        this.devices = devices;
        this.links = links;
        this.refused = refused;
    }

    public void sweep() {
        limits.sweep();
        devices.sweep();
        links.sweep();
        refused.sweep();
    }
}
