package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored side of {@link ShopDomains}. */
@ApplicationScoped
@Transactional
class HostRegistry {

    private final EntityManager entities;
    private final Tenants tenants;
    private final Locations locations;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected HostRegistry() { // CDI
        this.entities = null;
        this.tenants = null;
        this.locations = null;
        this.clock = null;
    }

    @Inject
    HostRegistry(EntityManager entities, Tenants tenants, Locations locations, Clock clock) {
        this.entities = entities;
        this.tenants = tenants;
        this.locations = locations;
        this.clock = clock;
    }

    public void register(HostName host, TenantId tenant, DomainKind kind) {
        ShopDomain known = entities.find(ShopDomain.class, host.value());
        if (known == null) {
            ShopDomain made = new ShopDomain(host, tenant, kind, "system", clock.instant());
            entities.persist(made);
            if (made.own()) entities.persist(new DnsCheck(host, clock.instant()));
            entities.flush();
            return;
        }
        if (!known.tenant().equals(tenant))
            throw known.released() ? HostTaken.retired(host) : HostTaken.byAnother(host);
        if (known.released()) known.reopen("system", clock.instant());
    }

    public Map<HostName, ShopDomains.Known> all() {
        List<ShopDomain> domains = entities.createQuery(
                        "select d from ShopDomain d where d.releasedAt is null", ShopDomain.class)
                .getResultList();
        Map<TenantId, Shopfront> byTenant = new HashMap<>();
        Map<HostName, ShopDomains.Known> result = new HashMap<>();
        for (ShopDomain domain : domains) {
            Shopfront shop = byTenant.computeIfAbsent(domain.tenant(), id -> shopfront(tenants.get(id), domains));
            LocationId only = domain.location();
            result.put(domain.host(), new ShopDomains.Known(only == null ? shop : shop.only(only), domain.rules()));
        }
        return Map.copyOf(result);
    }

    private Shopfront shopfront(Tenant tenant, List<ShopDomain> domains) {
        List<Shopfront.Branch> branches = locations.of(tenant.id()).stream()
                .map(location -> branch(tenant, location))
                .toList();
        return new Shopfront(
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.currency(),
                tenant.brandColour(),
                tenant.defaultLanguage(),
                canonical(tenant.id(), domains),
                branches);
    }

    private Shopfront.Branch branch(Tenant tenant, Location location) {
        return new Shopfront.Branch(
                location.id(),
                location.slug(),
                location.details(),
                locations.hours(location),
                locations.zones(location.id(), tenant.currency()));
    }

    /** An own domain is shown to search engines only while it works: a valid certificate is served for it (T47). */
    /** The host for links to a tenant's shop: the canonical one, else the first of a demo. */
    Optional<HostName> linkHost(TenantId tenant) {
        List<ShopDomain> domains = entities.createQuery(
                        "select d from ShopDomain d where d.tenant = :tenant", ShopDomain.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
        Optional<HostName> canonical = canonical(tenant, domains);
        return canonical.isPresent()
                ? canonical
                : domains.stream()
                        .filter(d -> d.kind() == DomainKind.DEMO)
                        .min(Comparator.comparing(ShopDomain::createdAt)
                                .thenComparing(d -> d.host().value()))
                        .map(ShopDomain::host);
    }

    private Optional<HostName> canonical(TenantId tenant, List<ShopDomain> domains) {
        return domains.stream()
                .filter(d -> d.tenant().equals(tenant) && d.kind() != DomainKind.DEMO)
                .filter(d -> !d.own() || d.secureAt(clock.instant()))
                .min(Comparator.comparing(ShopDomain::kind).thenComparing(ShopDomain::createdAt))
                .map(ShopDomain::host);
    }
}
