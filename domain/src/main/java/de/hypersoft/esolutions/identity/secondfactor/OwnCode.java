package de.hypersoft.esolutions.identity.secondfactor;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.session.Credentials;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.identity.session.SignInLimits;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Asks whoever has a second factor for a code before what would get around it: whoever has only got hold of an open
 * session, or of the password, does not get there. Wrong ones wait as they do at the sign-in, and are written down.
 */
@ApplicationScoped
public class OwnCode {

    private final Credentials credentials;
    private final SignInLimits limits;
    private final RefusedActs refused;

    @Inject
    public OwnCode(Credentials credentials, SignInLimits limits, RefusedActs refused) {
        this.credentials = credentials;
        this.limits = limits;
        this.refused = refused;
    }

    /**
     * @param act whether the code was right
     * @throws SecondFactors.WrongCode when it was not
     * @throws SignInLimits.TooManyAttempts when it comes too soon after failures
     */
    public void ask(Caller by, Device device, Supplier<Boolean> act) {
        SignInLimits.Counted counted = limits.admitCode(by.userId());
        if (!act.get()) {
            Credentials.Account whose = credentials.of(by.userId());
            refused.record(RefusedActs.Kind.CODE_REFUSED, by.actor(), whose.tenant(), whose.login(), device.address());
            throw new SecondFactors.WrongCode();
        }
        limits.giveBack(counted);
    }
}
