package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.PublicAddress;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.Optional;

/** Every shop answers at the same address. */
final class OneAddress extends PublicAddress {

    @Override
    public Optional<String> link(TenantId tenant, String path) {
        return Optional.of("https://shop.example" + path);
    }
}
