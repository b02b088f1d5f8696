package de.hypersoft.esolutions.hostnames.shopfront;

import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.delivery.DeliveryZone;
import de.hypersoft.esolutions.tenancy.delivery.Postcode;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
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
        List<Branch> branches) {

    public Shopfront {
        branches = List.copyOf(branches);
    }

    public Optional<Branch> branch(String branchSlug) {
        return branches.stream().filter(b -> b.slug().equals(branchSlug)).findFirst();
    }

    public Optional<Branch> branch(LocationId id) {
        return branches.stream().filter(b -> b.id().equals(id)).findFirst();
    }

    /** The same shop, limited to one of its locations; whole when the tenant has no such location any more. */
    public Shopfront only(LocationId location) {
        return branch(location)
                .map(one -> new Shopfront(
                        tenant, slug, name, currency, brandColour, defaultLanguage, canonicalHost, List.of(one)))
                .orElse(this);
    }

    /** One location as guests see it. */
    public record Branch(
            LocationId id, String slug, LocationDetails details, OpeningHours hours, List<DeliveryZone.Terms> zones) {

        public Branch {
            zones = List.copyOf(zones);
        }

        /** Terms of delivery to a postcode, in whatever spelling. */
        public Optional<DeliveryZone.Terms> zone(String postcode) {
            return Postcode.of(postcode, details.country()).among(zones);
        }
    }
}
