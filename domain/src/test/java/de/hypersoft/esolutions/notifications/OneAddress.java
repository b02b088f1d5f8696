package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import de.hypersoft.esolutions.hostnames.dns.PublicAddress;
import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every shop answers at the same address, and the portal at its own. */
public final class OneAddress extends PublicAddress {

    @SuppressWarnings("NullAway")
    public OneAddress() {
        super(null, null, "https://{host}");
    }

    public static final PortalAddress PORTAL = new PortalAddress(
            new DomainSettings(
                    "vendor.example",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(List.of("portal.example")),
                    "always"),
            "https://{host}");

    @Override
    public Map<TenantId, String> shops(Set<TenantId> tenants) {
        return tenants.stream().collect(Collectors.toMap(Function.identity(), tenant -> "https://shop.example"));
    }
}
