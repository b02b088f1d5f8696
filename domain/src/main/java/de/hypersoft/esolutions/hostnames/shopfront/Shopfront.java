package de.hypersoft.esolutions.hostnames.shopfront;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a guest may know of a tenant and its locations; a copy from memory, a few seconds old at most.
 *
 * @param canonicalHost the one host that search engines shall know (T47); empty when the tenant has only demo hosts
 */
public record Shopfront(
        TenantId tenant,
        String slug,
        String name,
        Currency currency,
        String brandColour,
        String defaultLanguage,
        Optional<HostName> canonicalHost,
        List<ShopLocation> locations) {

    public Shopfront {
        locations = List.copyOf(locations);
    }

    public Optional<ShopLocation> location(String locationSlug) {
        return locations.stream().filter(l -> l.slug().equals(locationSlug)).findFirst();
    }

    public Optional<ShopLocation> location(LocationId id) {
        return locations.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    /** The same shop, limited to one of its locations; whole when the tenant has no such location any more. */
    public Shopfront only(LocationId location) {
        return location(location)
                .map(one -> new Shopfront(
                        tenant, slug, name, currency, brandColour, defaultLanguage, canonicalHost, List.of(one)))
                .orElse(this);
    }
}
