package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.hostnames.dns.DnsCheck;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.kernel.text.MailAddress;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where hosting staff register, look after and release host names; managers look at their own. */
@ApplicationScoped
@Transactional
public class ManageDomains {

    private final EntityManager entities;
    private final Tenants tenants;
    private final Locations locations;
    private final DomainHistory history;
    private final Audit audit;
    private final ShopDomains memory;
    private final DomainSettings settings;
    private final Clock clock;

    @Inject
    public ManageDomains(
            EntityManager entities,
            Tenants tenants,
            Locations locations,
            DomainHistory history,
            Audit audit,
            ShopDomains memory,
            DomainSettings settings,
            Clock clock) {
        this.entities = entities;
        this.tenants = tenants;
        this.locations = locations;
        this.history = history;
        this.audit = audit;
        this.memory = memory;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whether it is the vendor's or the customer's own is told by the name. Doing it again for the same tenant changes
     * only the location.
     *
     * @param location null when the host shows all locations of the tenant
     * @throws HostTaken when another tenant has it, or had it as a vendor URL
     */
    @RetryOnConflict
    public DomainView register(Caller by, TenantId tenant, String given, @Nullable LocationId location) {
        by.requireStaff();
        HostName host = HostName.parse(given);
        settings.requireRegistrable(host);
        tenants.get(tenant);
        if (location != null) locations.get(tenant, location);
        ShopDomain domain = claim(by, host, tenant);
        domain.show(location);
        if (domain.own() && entities.find(DnsCheck.class, host.value()) == null)
            entities.persist(new DnsCheck(host, clock.instant()));
        entities.flush();
        memory.forgetAfterCommit(tenant);
        return view(domain);
    }

    /** Vendor URLs and own domains that the caller sees, of hosting staff all. */
    @Transactional
    public List<DomainView> list(Caller by) {
        Map<String, DnsCheck> checks = entities.createQuery("select c from DnsCheck c", DnsCheck.class)
                .getResultStream()
                .collect(Collectors.toMap(c -> c.host().value(), Function.identity()));
        return rows(by.reach())
                .filter(domain -> sees(by, domain))
                .map(d -> d.view(checks.get(d.host().value())))
                .toList();
    }

    private Stream<ShopDomain> rows(Reach reach) {
        String all = "select d from ShopDomain d where d.kind <> :demo";
        TypedQuery<ShopDomain> query = reach instanceof Scope own
                ? entities.createQuery(all + " and d.tenant = :tenant order by d.host", ShopDomain.class)
                        .setParameter("tenant", own.tenant().value())
                : entities.createQuery(all + " order by d.host", ShopDomain.class);
        return query.setParameter("demo", DomainKind.DEMO).getResultStream();
    }

    /** A host that shows one location concerns whoever is there for it; one that shows all concerns everybody. */
    private static boolean sees(Caller by, ShopDomain domain) {
        LocationId only = domain.location();
        return only == null ? by.sees(domain.tenant()) : by.sees(domain.tenant(), only);
    }

    /** @throws NotFound when there is none, or it is not the caller's (T49) */
    public DomainView get(Caller by, String host) {
        return view(seen(by, host));
    }

    /** For the server's own work, which has no caller; empty for what is no customer's own domain or is released. */
    public Optional<DomainView> find(HostName host) {
        ShopDomain domain = entities.find(ShopDomain.class, host.value());
        return Optional.ofNullable(domain).filter(d -> d.own() && !d.released()).map(this::view);
    }

    public void hsts(Caller by, String host, boolean on) {
        ShopDomain domain = own(by, host);
        if (on && !domain.secureAt(clock.instant()))
            throw new Conflict("hsts-without-certificate", host + " has no valid certificate to be bound to");
        domain.hsts(on, clock.instant());
        note(by, domain, on ? "hsts-on" : "hsts-off");
    }

    /** @param mail who is warned at the customer's; empty for the location's own address */
    public void contact(Caller by, String host, String mail) {
        String bare = mail.isBlank() ? "" : MailAddress.parse(mail, "contact").written();
        ShopDomain domain = own(by, host);
        domain.contact(bare);
        note(by, domain, "contact-changed");
    }

    /** The name system is asked at the next tick instead of when its turn comes. */
    public void askDns(Caller by, String host) {
        own(by, host);
        DnsCheck check = entities.find(DnsCheck.class, host);
        if (check != null) check.askNow(clock.instant());
    }

    /** Only as a part of giving up its certificates too. A vendor URL leaves a tombstone, an own domain nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DomainView release(Caller by, String host) {
        by.requireStaff();
        ShopDomain domain = seen(by, host);
        if (domain.released()) throw new Conflict("host-released", host + " is released already");
        note(by, domain, "released");
        domain.release(clock.instant());
        entities.createQuery("select d from ShopDomain d where d.sendsTo = :host", ShopDomain.class)
                .setParameter("host", host)
                .getResultStream()
                .forEach(other -> other.sendTo(null));
        DomainView last = view(domain);
        DnsCheck check = entities.find(DnsCheck.class, host);
        if (check != null) entities.remove(check);
        if (domain.kind() != DomainKind.VENDOR) entities.remove(domain);
        return last;
    }

    private ShopDomain claim(Caller by, HostName host, TenantId tenant) {
        ShopDomain known = entities.find(ShopDomain.class, host.value());
        if (known == null) {
            ShopDomain made =
                    new HostClaims(entities, settings, clock).claimed(host, tenant, settings.kindOf(host), by.name());
            entities.persist(made);
            note(by, made, "registered");
            return made;
        }
        if (!known.tenant().equals(tenant))
            throw known.released() ? HostTaken.retired(host) : HostTaken.byAnother(host);
        if (known.released()) {
            known.reopen(by.name(), clock.instant());
            note(by, known, "registered");
        }
        return known;
    }

    private ShopDomain own(Caller by, String host) {
        by.requireStaff();
        ShopDomain domain = seen(by, host);
        if (!domain.own() || domain.released())
            throw new Conflict("not-an-own-domain", host + " is no customer's own domain");
        return domain;
    }

    private ShopDomain seen(Caller by, String host) {
        ShopDomain domain = entities.find(ShopDomain.class, host);
        if (domain == null || !sees(by, domain) || domain.kind() == DomainKind.DEMO)
            throw new NotFound("unknown-domain", "there is no domain " + host);
        return domain;
    }

    private DomainView view(ShopDomain domain) {
        return domain.view(entities.find(DnsCheck.class, domain.host().value()));
    }

    private void note(Caller by, ShopDomain domain, String event) {
        history.record(domain.host(), domain.tenant(), by.actor(), event, "");
        audit.record(
                by.actor(),
                domain.tenant().value(),
                "domain-" + event,
                domain.host().value(),
                "");
        memory.forgetAfterCommit(domain.tenant());
    }
}
