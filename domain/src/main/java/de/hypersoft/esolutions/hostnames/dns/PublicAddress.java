package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.hostnames.HostRegistry;
import de.hypersoft.esolutions.kernel.LruCache;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links into a tenant's shop for whoever has no request at hand, such as a mail: always on its canonical host (T47). */
@ApplicationScoped
public class PublicAddress {

    private static final String HOST = "{host}";
    private static final Pattern SHAPE = Pattern.compile("https?://(\\{host}|[A-Za-z0-9.-]+)(:\\d{1,5})?");

    /** As long as a mail may lead to a host that was the shop's until just now. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int REMEMBERED = 10_000;

    private final HostRegistry registry;
    private final Clock clock;
    private final String pattern;
    private final LruCache<TenantId, Kept> kept = new LruCache<>(REMEMBERED);

    /** @param pattern PUBLIC_URL, where {@code {host}} stands for the shop's host: scheme, host, and a port if need be */
    @Inject
    public PublicAddress(
            HostRegistry registry,
            Clock clock,
            @ConfigProperty(name = "PUBLIC_URL", defaultValue = "https://{host}") String pattern) {
        if (!SHAPE.matcher(pattern.strip()).matches())
            throw new IllegalStateException(
                    "PUBLIC_URL is written https://{host} or http://{host}:8080, not " + pattern);
        this.registry = registry;
        this.clock = clock;
        this.pattern = pattern.strip();
    }

    /**
     * @param path from the root, such as {@code /orders/…}
     * @return empty when the tenant has no host at all
     */
    public Optional<String> link(TenantId tenant, String path) {
        return Optional.ofNullable(shops(Set.of(tenant)).get(tenant)).map(shop -> shop + path);
    }

    /**
     * Where the shops of these tenants begin, without a path, from memory or in one query; a tenant without any host is left
     * out.
     */
    public Map<TenantId, String> shops(Set<TenantId> tenants) {
        Instant now = clock.instant();
        Map<TenantId, Kept> known = new HashMap<>();
        tenants.forEach(tenant -> Optional.ofNullable(kept.get(tenant))
                .filter(one -> Duration.between(one.readAt(), now).abs().compareTo(FRESH) < 0)
                .ifPresent(one -> known.put(tenant, one)));
        read(tenants.stream().filter(tenant -> !known.containsKey(tenant)).collect(Collectors.toSet()), now)
                .forEach(known::put);
        return known.entrySet().stream()
                .filter(one -> one.getValue().host().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> pattern.replace(
                                HOST, one.getValue().host().orElseThrow().value())));
    }

    private Map<TenantId, Kept> read(Set<TenantId> tenants, Instant now) {
        if (tenants.isEmpty()) return Map.of();
        Map<TenantId, HostName> hosts = registry.linkHosts(tenants);
        Map<TenantId, Kept> found = tenants.stream()
                .collect(Collectors.toMap(
                        Function.identity(), tenant -> new Kept(Optional.ofNullable(hosts.get(tenant)), now)));
        found.forEach(kept::put);
        return found;
    }

    private record Kept(Optional<HostName> host, Instant readAt) {}
}
