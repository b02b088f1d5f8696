package de.hypersoft.esolutions.identity.secondfactor;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.session.Device;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Switches the own second factor off. It takes a code: whoever has only got hold of an open session, or of the password,
 * must not be able to get rid of what keeps them out.
 */
@ApplicationScoped
public class RemoveSecondFactor {

    private final SecondFactors factors;
    private final OwnCode code;

    @Inject
    RemoveSecondFactor(SecondFactors factors, OwnCode code) {
        this.factors = factors;
        this.code = code;
    }

    /**
     * @param device that asks
     * @param typed code of the app, or one of the recovery codes
     * @throws SecondFactors.WrongCode when it is neither, or was used before
     * @throws SignInLimits.TooManyAttempts when it comes too soon after failures
     */
    public void remove(Caller by, String typed, Device device) {
        code.ask(by, device, () -> factors.remove(by, typed));
    }
}
