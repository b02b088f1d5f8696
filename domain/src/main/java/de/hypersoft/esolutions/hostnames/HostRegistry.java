package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.tenancy.Location;
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

    void register(HostName host, TenantId tenant, DomainKind kind) {
        ShopDomain known = entities.find(ShopDomain.class, host.value());
        if (known == null) {
            entities.persist(new ShopDomain(host, tenant, kind, clock.instant()));
            entities.flush();
            return;
        }
        if (!known.tenant().equals(tenant)) throw new HostTaken(host);
    }

    Map<HostName, Shopfront> shopfronts() {
        List<ShopDomain> domains = entities.createQuery("select d from ShopDomain d", ShopDomain.class)
                .getResultList();
        Map<TenantId, Shopfront> byTenant = new HashMap<>();
        Map<HostName, Shopfront> result = new HashMap<>();
        for (ShopDomain domain : domains) {
            result.put(
                    domain.host(),
                    byTenant.computeIfAbsent(domain.tenant(), id -> shopfront(tenants.get(id), domains)));
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

    private static Optional<HostName> canonical(TenantId tenant, List<ShopDomain> domains) {
        return domains.stream()
                .filter(d -> d.tenant().equals(tenant) && d.kind() != DomainKind.DEMO)
                .min(Comparator.comparing(ShopDomain::kind).thenComparing(ShopDomain::createdAt))
                .map(ShopDomain::host);
    }
}
