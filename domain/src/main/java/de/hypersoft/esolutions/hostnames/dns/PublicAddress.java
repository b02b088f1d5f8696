package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.HostRegistry;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links into a tenant's shop for whoever has no request at hand, such as a mail: always on its canonical host (T47). */
@ApplicationScoped
public class PublicAddress {

    private static final String HOST = "{host}";
    private static final Pattern SHAPE = Pattern.compile("https?://(\\{host}|[A-Za-z0-9.-]+)(:\\d{1,5})?");

    private final HostRegistry registry;
    private final String pattern;

    /** @param pattern PUBLIC_URL, where {@code {host}} stands for the shop's host: scheme, host, and a port if need be */
    @Inject
    public PublicAddress(
            HostRegistry registry,
            @ConfigProperty(name = "PUBLIC_URL", defaultValue = "https://{host}") String pattern) {
        if (!SHAPE.matcher(pattern.strip()).matches())
            throw new IllegalStateException(
                    "PUBLIC_URL is written https://{host} or http://{host}:8080, not " + pattern);
        this.registry = registry;
        this.pattern = pattern.strip();
    }

    /**
     * @param path from the root, such as {@code /orders/…}
     * @return empty when the tenant has no host at all
     */
    public Optional<String> link(TenantId tenant, String path) {
        return Optional.ofNullable(shops(Set.of(tenant)).get(tenant)).map(shop -> shop + path);
    }

    /** Where the shops of these tenants begin, without a path, in one query; a tenant without any host is left out. */
    public Map<TenantId, String> shops(Set<TenantId> tenants) {
        return registry.linkHosts(tenants).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        shop -> pattern.replace(HOST, shop.getValue().value())));
    }
}
