package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.acme.NetBelow;
import de.hypersoft.esolutions.certificates.ExpiringCertificates;
import de.hypersoft.esolutions.hostnames.DomainContacts;
import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.kernel.Duties;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Warns the customer and hosting staff that a certificate ends (T48): each step once per certificate and recipient, over
 * restarts and nodes, for the step is written down with the mail.
 */
@ApplicationScoped
@Transactional
public class ExpiryWarnings {

    private final ExpiringCertificates certificates;
    private final DomainContacts contacts;
    private final Tenants tenants;
    private final Duties duties;
    private final NetBelow net;
    private final PortalAddress portal;
    private final Mails mails;
    private final List<String> staff;

    @SuppressWarnings("NullAway")
    protected ExpiryWarnings() { // CDI
        this(null, null, null, null, null, null, null, Optional.empty());
    }

    /** @param staff addresses of hosting staff; without any, only customers are written to */
    @Inject
    ExpiryWarnings(
            ExpiringCertificates certificates,
            DomainContacts contacts,
            Tenants tenants,
            Duties duties,
            NetBelow net,
            PortalAddress portal,
            Mails mails,
            @ConfigProperty(name = "HOSTING_MAIL") Optional<List<String>> staff) {
        this.certificates = certificates;
        this.contacts = contacts;
        this.tenants = tenants;
        this.duties = duties;
        this.net = net;
        this.portal = portal;
        this.mails = mails;
        this.staff = List.copyOf(staff.orElse(List.of()));
    }

    /** Whether somebody at the hosting is written to. */
    public boolean staffAreWarned() {
        return !staff.isEmpty();
    }

    /** Queues what is due for at most {@code limit} certificates; returns how many mails. */
    public int warn(int limit) {
        if (certificates.due(1).isEmpty() || !duties.take("certificate-expiry")) return 0;
        int queued = 0;
        for (ExpiringCertificates.Due due : certificates.due(limit)) {
            queued += warn(due);
            certificates.told(due);
        }
        return queued;
    }

    private int warn(ExpiringCertificates.Due due) {
        Tenant tenant = tenants.get(due.tenant());
        DomainContacts.Contact contact = contacts.of(due.host(), tenant.id());
        String page = portal.link("/domains/" + due.host());
        boolean held = !due.automatic() && net.holds(due.host(), due.tenant(), due.notAfter());
        int queued = 0;
        if (!contact.mail().isEmpty())
            queued += queue(
                    due, contact, contact.mail(), ExpiryText.customer(due, held, tenant, contact.location(), page));
        for (String address : staff)
            if (!address.equals(contact.mail()))
                queued += queue(due, contact, address, ExpiryText.staff(due, held, tenant, contact.location(), page));
        return queued;
    }

    private int queue(ExpiringCertificates.Due due, DomainContacts.Contact contact, String to, MailText text) {
        Location location = contact.location();
        return mails.queue(new Draft(
                        MailKind.CERTIFICATE_EXPIRY,
                        due.id(),
                        due.step(),
                        due.tenant().value(),
                        location.id().value(),
                        to,
                        text))
                ? 1
                : 0;
    }
}
