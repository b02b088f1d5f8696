package de.hypersoft.esolutions.identity.password;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A new password of one's own, for whoever types the old one. Hashed before the transaction, which stays short. */
@ApplicationScoped
public class ChangeOwnPassword {

    private final ConfirmPassword confirmation;
    private final Passwords passwords;
    private final OwnPassword own;

    @Inject
    public ChangeOwnPassword(ConfirmPassword confirmation, Passwords passwords, OwnPassword own) {
        this.confirmation = confirmation;
        this.passwords = passwords;
        this.own = own;
    }

    /**
     * @return the new secret of this session, for its cookie; all other sessions have ended
     * @throws Invalid {@code wrong-password} at {@code oldPassword}, or what is wrong with the new one at {@code password}
     */
    public Secret change(Caller by, String oldPassword, String newPassword, String session, Device device) {
        confirmation.verify(by, oldPassword, device, "oldPassword");
        if (newPassword.equals(oldPassword))
            throw new Invalid("password-same", "the new password is the present one", "password");
        passwords.check(newPassword, by.login(), by.role(), "password");
        return own.store(by, passwords.hash(newPassword), session, device);
    }
}
