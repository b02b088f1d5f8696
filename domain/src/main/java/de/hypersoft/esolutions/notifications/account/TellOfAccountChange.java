package de.hypersoft.esolutions.notifications.account;

import de.hypersoft.esolutions.identity.AccountChanged;
import de.hypersoft.esolutions.kernel.outbox.Listener;
import de.hypersoft.esolutions.notifications.mail.MailBody;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Tells somebody that the way into the own account has changed, so that whoever did not do it hears of it. */
@ApplicationScoped
public class TellOfAccountChange implements Listener<AccountChanged> {

    private final AccountLetters letters;

    @Inject
    public TellOfAccountChange(AccountLetters letters) {
        this.letters = letters;
    }

    @Override
    public String name() {
        return "tell-of-account-change";
    }

    @Override
    public Class<AccountChanged> event() {
        return AccountChanged.class;
    }

    @Override
    public void on(AccountChanged event) {
        String mail = event.mail();
        if (mail == null) return;
        String what = event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        letters.queue(MailKind.ACCOUNT_CHANGED, event.changeId(), 1, event.tenantId(), mail, texts -> new MailBody()
                .say(texts.say("account.hello", texts.typed(event.name())))
                .gap()
                .say(texts.say("account.changed-" + what, texts.time(event.at())))
                .gap()
                .say(texts.say("account.not-you"))
                .mail(texts.language(), texts.say("account.changed.subject")));
    }
}
