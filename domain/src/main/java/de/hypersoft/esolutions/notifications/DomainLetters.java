package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.DomainContacts;
import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes about a domain to the customer and to hosting staff, to each address once: whoever is both is a customer. */
@ApplicationScoped
class DomainLetters {

    private final DomainContacts contacts;
    private final Tenants tenants;
    private final PortalAddress portal;
    private final Mails mails;
    private final List<String> staff;

    @SuppressWarnings("NullAway")
    protected DomainLetters() { // CDI
        this(null, null, null, null, Optional.empty());
    }

    /** @param staff addresses of hosting staff; without any, only customers are written to */
    @Inject
    DomainLetters(
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

    /**
     * Who reads a letter.
     *
     * @param customer or somebody at the hosting
     * @param page where the portal shows the domain
     */
    record Reader(boolean customer, Tenant tenant, Location location, String page) {}

    boolean reachStaff() {
        return !staff.isEmpty();
    }

    /** Queues what was not queued before for the same certificate and episode; returns how many mails. */
    int queue(
            MailKind kind,
            UUID certificate,
            int episode,
            String host,
            TenantId owner,
            Function<Reader, MailText> text) {
        Tenant tenant = tenants.get(owner);
        DomainContacts.Contact contact = contacts.of(host, owner);
        String page = portal.link("/domains/" + host);
        Set<String> addresses = new LinkedHashSet<>();
        if (!contact.mail().isEmpty()) addresses.add(contact.mail());
        addresses.addAll(staff);
        int queued = 0;
        for (String address : addresses) {
            Reader reader = new Reader(address.equals(contact.mail()), tenant, contact.location(), page);
            Draft draft = new Draft(
                    kind,
                    certificate,
                    episode,
                    owner.value(),
                    contact.location().id().value(),
                    address,
                    text.apply(reader));
            if (mails.queue(draft)) queued++;
        }
        return queued;
    }
}
