package de.hypersoft.esolutions.identity;

import de.hypersoft.esolutions.identity.secondfactor.OwnCode;
import de.hypersoft.esolutions.identity.secondfactor.SecondFactors;
import de.hypersoft.esolutions.identity.session.Device;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where the own account is written to: links for forgotten passwords go there, so a second factor is asked for. */
@ApplicationScoped
public class ChangeOwnMail {

    private final Users users;
    private final SecondFactors factors;
    private final OwnCode code;

    @Inject
    ChangeOwnMail(Users users, SecondFactors factors, OwnCode code) {
        this.users = users;
        this.factors = factors;
        this.code = code;
    }

    /**
     * @param mail empty for none
     * @param typed code of the app, or one of the recovery codes; not looked at where there is no second factor
     * @throws Invalid when it is no mail address, at {@code mail}; {@code wrong-code}, at {@code code}
     * @throws TooMany {@code too-many-mails} when the address before cannot be told for a while; {@code
     *     too-many-attempts} when a code comes too soon after failures
     */
    public void change(Caller by, String mail, String typed, Device device) {
        if (!mail.isBlank()) MailAddress.parse(mail, "mail");
        if (factors.isActive(by.userId()))
            code.ask(by, device, () -> typed.length() <= 100 && factors.use(by.userId(), typed));
        users.changeOwnMail(by, mail);
    }
}
