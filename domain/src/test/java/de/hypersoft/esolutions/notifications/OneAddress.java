package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import de.hypersoft.esolutions.hostnames.dns.PublicAddress;
import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.List;
import java.util.Optional;

/** Every shop answers at the same address, and the portal at its own. */
public final class OneAddress extends PublicAddress {

    @SuppressWarnings("NullAway")
    public OneAddress() {
        super(null, "https://{host}");
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
    public Optional<String> link(TenantId tenant, String path) {
        return Optional.of("https://shop.example" + path);
    }
}
