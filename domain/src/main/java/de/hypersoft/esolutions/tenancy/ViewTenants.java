package de.hypersoft.esolutions.tenancy;

import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.tenancy.hours.OpeningHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Where the portal reads the tenants and their locations; what of them a caller may see is said by its {@link Reach}. */
@ApplicationScoped
@Transactional
public class ViewTenants {

    private final Tenants tenants;
    private final Locations locations;

    @Inject
    public ViewTenants(Tenants tenants, Locations locations) {
        this.tenants = tenants;
        this.locations = locations;
    }

    /** @throws NotFound {@code unknown-tenant} */
    public TenantView tenant(TenantId id) {
        return tenants.get(id).view();
    }

    /** All, by name. */
    public List<TenantView> tenants() {
        return tenants.all().stream().map(Tenant::view).toList();
    }

    /** Of one tenant, by name. */
    public List<LocationView> locations(TenantId tenant) {
        return locations.of(tenant).stream().map(Location::view).toList();
    }

    /** Of all tenants, by name. */
    public List<LocationView> locations() {
        return locations.all().stream().map(Location::view).toList();
    }

    public OpeningHours hours(LocationView location) {
        return locations.hours(location);
    }
}
