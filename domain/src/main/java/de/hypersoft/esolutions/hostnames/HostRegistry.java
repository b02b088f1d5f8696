package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.hostnames.dns.DnsCheck;
import de.hypersoft.esolutions.hostnames.shopfront.ShopLocation;
import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import de.hypersoft.esolutions.tenancy.hours.OpeningWindow;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored side of {@link ShopDomains}. */
@ApplicationScoped
@Transactional
public class HostRegistry {

    private final EntityManager entities;
    private final Tenants tenants;
    private final Locations locations;
    private final DomainSettings settings;
    private final Clock clock;

    @Inject
    public HostRegistry(
            EntityManager entities, Tenants tenants, Locations locations, DomainSettings settings, Clock clock) {
        this.entities = entities;
        this.tenants = tenants;
        this.locations = locations;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Invalid when a new host cannot be of this kind, or is the platform's own */
    public void register(HostName host, TenantId tenant, DomainKind kind) {
        ShopDomain known = entities.find(ShopDomain.class, host.value());
        if (known == null) {
            settings.requireKind(host, kind);
            ShopDomain made = new HostClaims(entities, settings, clock).claimed(host, tenant, kind, "system");
            entities.persist(made);
            if (made.own()) entities.persist(new DnsCheck(host, clock.instant()));
            entities.flush();
            return;
        }
        if (!known.tenant().equals(tenant))
            throw known.released() ? HostTaken.retired(host) : HostTaken.byAnother(host);
        if (known.released()) known.reopen("system", clock.instant());
    }

    public List<String> of(TenantId tenant) {
        return entities.createQuery(
                        "select d.host from ShopDomain d where d.tenant = :tenant and d.releasedAt is null"
                                + " and d.proofToken is null order by d.host",
                        String.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Which host is whose, of all that answer. */
    public Map<HostName, TenantId> hosts() {
        return entities.createQuery(
                        Projection.of(HostOf.class, "d.host, d.tenant")
                                + " from ShopDomain d where d.releasedAt is null and d.proofToken is null",
                        HostOf.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(d -> new HostName(d.host()), d -> new TenantId(d.tenant())));
    }

    private record HostOf(String host, UUID tenant) {}

    /** How each host of the tenant is to be answered, in a handful of queries however many locations it has. */
    public Map<HostName, ShopDomains.Known> shop(TenantId id) {
        List<ShopDomain> domains = entities.createQuery(
                        "select d from ShopDomain d where d.tenant = :tenant and d.releasedAt is null"
                                + " and d.proofToken is null",
                        ShopDomain.class)
                .setParameter("tenant", id.value())
                .getResultList();
        if (domains.isEmpty()) return Map.of();
        Shopfront shop = shopfront(tenants.get(id), domains);
        Map<HostName, ShopDomain> byName =
                domains.stream().collect(Collectors.toMap(ShopDomain::host, Function.identity()));
        Map<HostName, ShopDomains.Known> result = new HashMap<>();
        for (ShopDomain domain : domains) {
            LocationId only = domain.location();
            result.put(
                    domain.host(),
                    new ShopDomains.Known(
                            only == null ? shop : shop.only(only), domain.rules(canonicalOf(domain, byName))));
        }
        return Map.copyOf(result);
    }

    /** Only to a host of the same tenant that answers itself and works: guests are never sent round, or into nothing. */
    private @Nullable HostName canonicalOf(ShopDomain domain, Map<HostName, ShopDomain> byName) {
        HostName to = domain.sendsTo();
        ShopDomain target = to == null ? null : byName.get(to);
        return target != null
                        && target.tenant().equals(domain.tenant())
                        && target.sendsTo() == null
                        && target.secureAt(clock.instant())
                ? to
                : null;
    }

    private Shopfront shopfront(Tenant tenant, List<ShopDomain> hosts) {
        Map<LocationId, List<OpeningWindow.Span>> windows = locations.windowsOf(tenant.id());
        Map<LocationId, List<DeliveryZone>> zones = locations.zonesOf(tenant.id());
        List<ShopLocation> shown = locations.of(tenant.id()).stream()
                .map(l -> shopLocation(
                        tenant, l, windows.getOrDefault(l.id(), List.of()), zones.getOrDefault(l.id(), List.of())))
                .toList();
        return new Shopfront(
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.currency(),
                tenant.brandColour(),
                tenant.defaultLanguage(),
                canonical(tenant.id(), hosts),
                shown);
    }

    private static ShopLocation shopLocation(
            Tenant tenant, Location location, List<OpeningWindow.Span> windows, List<DeliveryZone> zones) {
        return new ShopLocation(
                location.id(),
                location.slug(),
                location.details(),
                new OpeningHours(location.zone(), windows, location.pause()),
                zones.stream().map(z -> z.terms(tenant.currency())).toList());
    }

    /** The hosts for links to the shops of these tenants: the canonical one, else the first of a demo. */
    public Map<TenantId, HostName> linkHosts(Set<TenantId> of) {
        if (of.isEmpty()) return Map.of();
        Map<TenantId, List<ShopDomain>> domains = entities.createQuery(
                        "select d from ShopDomain d where d.tenant in :tenants and d.releasedAt is null",
                        ShopDomain.class)
                .setParameter("tenants", of.stream().map(TenantId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(ShopDomain::tenant));
        Map<TenantId, HostName> hosts = new HashMap<>();
        domains.forEach((tenant, own) -> linkHost(tenant, own).ifPresent(host -> hosts.put(tenant, host)));
        return hosts;
    }

    private Optional<HostName> linkHost(TenantId tenant, List<ShopDomain> domains) {
        Optional<HostName> canonical = canonical(tenant, domains);
        return canonical.isPresent()
                ? canonical
                : domains.stream()
                        .filter(d -> d.kind() == DomainKind.DEMO)
                        .min(Comparator.comparing(ShopDomain::createdAt)
                                .thenComparing(d -> d.host().value()))
                        .map(ShopDomain::host);
    }

    /** An own domain is shown to search engines only while it works: a valid certificate is served for it (T47). */
    private Optional<HostName> canonical(TenantId tenant, List<ShopDomain> domains) {
        Map<HostName, ShopDomain> byName =
                domains.stream().collect(Collectors.toMap(ShopDomain::host, Function.identity()));
        return domains.stream()
                .filter(d -> canonicalOf(d, byName) == null)
                .filter(d -> d.tenant().equals(tenant) && d.kind() != DomainKind.DEMO)
                .filter(d -> !d.own() || d.secureAt(clock.instant()))
                .min(Comparator.comparing(ShopDomain::kind).thenComparing(ShopDomain::createdAt))
                .map(ShopDomain::host);
    }
}
