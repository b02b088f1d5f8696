package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.acme.AutomaticTookOver;
import de.hypersoft.esolutions.hostnames.DomainContacts;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.kernel.Listener;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the customer and hosting staff that an automatic certificate is served in place of theirs, and what they may do. */
@ApplicationScoped
class TellOfTakeOver implements Listener<AutomaticTookOver> {

    private final DomainContacts contacts;
    private final Tenants tenants;
    private final PortalAddress portal;
    private final Mails mails;
    private final List<String> staff;

    @SuppressWarnings("NullAway")
    protected TellOfTakeOver() { // CDI
        this(null, null, null, null, Optional.empty());
    }

    @Inject
    TellOfTakeOver(
            DomainContacts contacts,
            Tenants tenants,
            PortalAddress portal,
            Mails mails,
            @ConfigProperty(name = "HOSTING_MAIL") Optional<List<String>> staff) {
        this.contacts = contacts;
        this.tenants = tenants;
        this.portal = portal;
        this.mails = mails;
        this.staff = List.copyOf(staff.orElse(List.of()));
    }

    @Override
    public String name() {
        return "tell-of-take-over";
    }

    @Override
    public Class<AutomaticTookOver> event() {
        return AutomaticTookOver.class;
    }

    @Override
    public void on(AutomaticTookOver event) {
        Tenant tenant = tenants.get(new TenantId(event.tenantId()));
        DomainContacts.Contact contact = contacts.of(event.host(), tenant.id());
        Set<String> all = new LinkedHashSet<>(staff);
        if (!contact.mail().isEmpty()) all.add(contact.mail());
        for (String address : all) {
            boolean customer = address.equals(contact.mail());
            Texts texts = new Texts(
                    customer ? tenant.defaultLanguage() : "de",
                    contact.location().zone());
            mails.queue(new Draft(
                    MailKind.CERTIFICATE_TAKEN_OVER,
                    event.certificateId(),
                    1,
                    event.tenantId(),
                    contact.location().id().value(),
                    address,
                    text(event, tenant, texts, customer ? "customer" : "staff")));
        }
    }

    private MailText text(AutomaticTookOver event, Tenant tenant, Texts texts, String whom) {
        String host = new HostName(event.host()).unicode();
        return new Sheet()
                .say(texts.say("takeover.what", host, texts.time(event.uploadedUntil()), texts.time(event.until())))
                .gap()
                .say(texts.say("takeover.effect"))
                .say(texts.say("takeover.todo-" + whom, host, tenant.name()))
                .gap()
                .link(texts.say("expiry.portal"), portal.link("/domains/" + event.host()))
                .mail(texts.language(), texts.say("takeover.subject", host));
    }
}
