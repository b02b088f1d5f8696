package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.kernel.RefusedActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Switches the own second factor off. It takes a code: whoever has only got hold of an open session, or of the password,
 * must not be able to get rid of what keeps them out.
 */
@ApplicationScoped
public class RemoveSecondFactor {

    private final SecondFactors factors;
    private final Credentials credentials;
    private final SignInLimits limits;
    private final RefusedActs refused;

    @SuppressWarnings("NullAway")
    protected RemoveSecondFactor() { // CDI
        this(null, null, null, null);
    }

    @Inject
    RemoveSecondFactor(SecondFactors factors, Credentials credentials, SignInLimits limits, RefusedActs refused) {
        this.factors = factors;
        this.credentials = credentials;
        this.limits = limits;
        this.refused = refused;
    }

    /**
     * @param device that asks
     * @param code of the app, or one of the recovery codes
     * @throws SecondFactors.WrongCode when it is neither, or was used before
     * @throws SignInLimits.TooManyAttempts when it comes too soon after failures
     */
    public void remove(Caller by, String code, Device device) {
        SignInLimits.Counted counted = limits.admitCode(by.userId());
        try {
            factors.remove(by, code);
        } catch (SecondFactors.WrongCode wrong) {
            Credentials.Account whose = credentials.of(by.userId());
            refused.record(RefusedActs.Kind.CODE_REFUSED, by.actor(), whose.tenant(), whose.login(), device.address());
            throw wrong;
        }
        limits.giveBack(counted);
    }
}
