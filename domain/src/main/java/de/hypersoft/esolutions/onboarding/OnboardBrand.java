package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.pos.tills.ManageTills;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a customer with everything it needs to start, from its file: all of it or nothing. Whoever is there already is
 * never touched: a slug, a login or a host that is taken is a mistake in the file. Changing a brand is
 * {@link ChangeBrand}'s.
 */
@ApplicationScoped
@Transactional
public class OnboardBrand {

    private final Tenants tenants;
    private final Locations locations;
    private final BrandLocations brandLocations;
    private final BrandTillsAndHosts belongings;
    private final People people;
    private final ManageTills tills;
    private final Audit audit;
    private final Clock clock;

    @Inject
    OnboardBrand(
            Tenants tenants,
            Locations locations,
            BrandLocations brandLocations,
            BrandTillsAndHosts belongings,
            People people,
            ManageTills tills,
            Audit audit,
            Clock clock) {
        this.tenants = tenants;
        this.locations = locations;
        this.brandLocations = brandLocations;
        this.belongings = belongings;
        this.people = people;
        this.tills = tills;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Invalid naming the place in the file */
    @RetryOnConflict
    public TenantId onboard(Caller by, BrandDocument document) {
        by.requireStaff();
        return make(by.actor(), document);
    }

    /** By the server itself: the demo's. */
    public TenantId onboard(BrandDocument document) {
        return make(Actor.SYSTEM, document);
    }

    /** A fresh PIN for each till that no device has been paired with, by "location/till name"; shown once. */
    public Map<String, String> pins(TenantId tenant) {
        Scope scope = Scope.all(tenant);
        Map<String, String> result = new HashMap<>();
        for (ManageTills.View till : tills.tills(scope)) {
            if (till.paired() || till.revokedAt() != null) continue;
            String place = locations.get(till.location()).slug() + "/" + till.name();
            result.put(place, tills.pin(scope, Actor.SYSTEM, till.id()).pin());
        }
        return result;
    }

    private TenantId make(Actor by, BrandDocument document) {
        Tenant tenant = tenant(by, document.brand());
        List<LocationDocument> described = document.locations();
        for (int i = 0; i < described.size(); i++) {
            String place = "locations[" + i + "]";
            Location made = brandLocations.open(tenant, described.get(i), place);
            audit.record(by, tenant.id().value(), "location-added", made.name(), made.slug());
            belongings.tills(by, tenant.id(), made.id(), described.get(i).tills(), place);
        }
        belongings.hosts(by, tenant.id(), document.hosts());
        people.make(by, tenant.id(), document.users());
        return tenant.id();
    }

    private Tenant tenant(Actor by, BrandDocument.Brand brand) {
        DocumentPart.at("brand.slug", () -> Slug.check(brand.slug()));
        if (tenants.bySlug(brand.slug()).isPresent())
            throw new Invalid("slug-taken", "there is already a tenant " + brand.slug(), "brand.slug");
        Currency currency = DocumentPart.at("brand.currency", () -> Currency.getInstance(brand.currency()));
        Tenant tenant = DocumentPart.within(
                "brand",
                () -> new Tenant(
                        brand.slug(), brand.name(), currency, brand.colour(), brand.language(), clock.instant()));
        tenants.add(tenant);
        audit.record(by, tenant.id().value(), "tenant-created", tenant.name(), tenant.slug());
        return tenant;
    }
}
