package de.hypersoft.esolutions.notifications.domain;

import de.hypersoft.esolutions.hostnames.shopfront.DomainContacts;
import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailText;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param hosts of which this one is told: hosting staff of all, a customer's contact of those it is given for
     * @param page where the portal shows the first of them
     */
    record Reader(boolean customer, Tenant tenant, Location location, List<String> hosts, String page) {
        Reader {
            hosts = List.copyOf(hosts);
        }
    }

    boolean reachStaff() {
        return !staff.isEmpty();
    }

    /**
     * Queues what was not queued before for the same certificate and episode; returns how many mails.
     *
     * @param hosts that the certificate concerns, at least one
     */
    int queue(
            MailKind kind,
            UUID certificate,
            int episode,
            List<String> hosts,
            TenantId owner,
            Function<Reader, MailText> text) {
        Tenant tenant = tenants.get(owner);
        int queued = 0;
        for (Map.Entry<String, Reader> each : readers(hosts, tenant).entrySet()) {
            Reader reader = each.getValue();
            Draft draft = new Draft(
                    kind,
                    certificate,
                    episode,
                    owner.value(),
                    reader.location().id().value(),
                    each.getKey(),
                    text.apply(reader));
            if (mails.queue(draft)) queued++;
        }
        return queued;
    }

    private Map<String, Reader> readers(List<String> hosts, Tenant tenant) {
        Map<String, List<String>> theirs = new LinkedHashMap<>();
        Map<String, Location> places = new HashMap<>();
        Location first = contacts.of(hosts.get(0), tenant.id()).location();
        for (String host : hosts) {
            DomainContacts.Contact contact = contacts.of(host, tenant.id());
            if (contact.mail().isEmpty()) continue;
            theirs.computeIfAbsent(contact.mail(), mail -> new ArrayList<>()).add(host);
            places.putIfAbsent(contact.mail(), contact.location());
        }
        Map<String, Reader> readers = new LinkedHashMap<>();
        theirs.forEach((mail, own) -> {
            List<String> told = staff.contains(mail) ? hosts : own;
            readers.put(mail, new Reader(true, tenant, places.getOrDefault(mail, first), told, page(told)));
        });
        for (String mail : staff) readers.putIfAbsent(mail, new Reader(false, tenant, first, hosts, page(hosts)));
        return readers;
    }

    private String page(List<String> hosts) {
        return portal.link("/domains/" + hosts.get(0));
    }
}
