package de.hypersoft.esolutions.hostnames.shopfront;

import de.hypersoft.esolutions.hostnames.ShopDomain;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Who is written to about a host: the contact given for it, else the location it shows, else the tenant's first. */
@ApplicationScoped
@Transactional
public class DomainContacts {

    private final EntityManager entities;
    private final Locations locations;

    @Inject
    public DomainContacts(EntityManager entities, Locations locations) {
        this.entities = entities;
        this.locations = locations;
    }

    /** @param location whose time zone and mail log it is */
    public record Contact(String mail, Location location) {}

    /** @throws Locations.UnknownLocation when the tenant has no location at all */
    public Contact of(String host, TenantId tenant) {
        ShopDomain domain = entities.find(ShopDomain.class, host);
        LocationId shown = domain == null ? null : domain.location();
        Location location = shown == null ? first(tenant) : locations.get(tenant, shown);
        String given = domain == null ? "" : domain.contact();
        return new Contact(given.isEmpty() ? location.details().mailTo() : given, location);
    }

    private Location first(TenantId tenant) {
        List<Location> all = locations.of(tenant);
        if (all.isEmpty()) throw new Locations.UnknownLocation("of tenant " + tenant);
        return all.get(0);
    }
}
