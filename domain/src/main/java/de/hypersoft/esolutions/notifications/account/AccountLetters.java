package de.hypersoft.esolutions.notifications.account;

import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes to people of the portal about their own account, in the language of their brand; hosting staff in German. */
@ApplicationScoped
public class AccountLetters {

    /** Of the hosting, and of no location: only hosting staff sees such a mail in the log. */
    private static final UUID NOBODYS = new UUID(0, 0);

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Tenants tenants;
    private final Mails mails;

    @Inject
    public AccountLetters(Tenants tenants, Mails mails) {
        this.tenants = tenants;
        this.mails = mails;
    }

    /**
     * Queues it unless it was queued before.
     *
     * @param about the request, invitation or change that it tells of
     * @param number of the mail, from 1, where one request is answered by several
     * @param tenant null for hosting staff
     */
    void queue(
            MailKind kind,
            UUID about,
            int number,
            @Nullable UUID tenant,
            String recipient,
            Function<MailTexts, MailText> text) {
        String language = tenant == null ? "de" : language(tenants.get(new TenantId(tenant)));
        mails.queue(new Draft(
                kind,
                about,
                number,
                tenant == null ? NOBODYS : tenant,
                NOBODYS,
                recipient,
                text.apply(new MailTexts(language, ZONE))));
    }

    private static String language(Tenant tenant) {
        return tenant.defaultLanguage();
    }
}
