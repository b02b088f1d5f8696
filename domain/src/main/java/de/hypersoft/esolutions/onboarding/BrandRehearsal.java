package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/**
 * Brings a brand up to its file and compares it with what it was. A rehearsal does just that and then takes it all
 * back, so a preview cannot differ from the act, nor miss what the act would refuse.
 */
@ApplicationScoped
@Transactional
class BrandRehearsal {

    private final Tenants tenants;
    private final Locations locations;
    private final BrandLocations brandLocations;
    private final BrandTillsAndHosts belongings;
    private final BrandState state;
    private final Audit audit;
    private final Event<Changed> changes;

    @Inject
    BrandRehearsal(
            Tenants tenants,
            Locations locations,
            BrandLocations brandLocations,
            BrandTillsAndHosts belongings,
            BrandState state,
            Audit audit,
            Event<Changed> changes) {
        this.tenants = tenants;
        this.locations = locations;
        this.brandLocations = brandLocations;
        this.belongings = belongings;
        this.state = state;
        this.audit = audit;
        this.changes = changes;
    }

    /** @throws Rehearsed always, so that its transaction leaves nothing behind */
    public void rehearse(Actor by, TenantId id, BrandDocument document) {
        throw new Rehearsed(bring(by, id, document));
    }

    public void perform(Actor by, TenantId id, BrandDocument document, String seen) {
        BrandChanges made = bring(by, id, document);
        if (!made.seal().equals(seen))
            throw new Conflict("brand-changed-meanwhile", "the file would change something else by now");
        for (BrandChanges.Difference difference : made.differences())
            audit.record(by, id.value(), "tenant-changed", difference.place(), difference.told());
        for (Location location : locations.of(id))
            changes.fire(new Changed(
                    Changed.What.LOCATION,
                    id.value(),
                    location.id().value(),
                    location.id().value()));
    }

    private BrandChanges bring(Actor by, TenantId id, BrandDocument document) {
        Tenant tenant = tenants.get(id);
        BrandDocument.Brand brand = document.brand();
        if (!tenant.slug().equals(brand.slug()))
            throw new Invalid("other-brand", "the file describes " + brand.slug(), "brand.slug");
        if (!tenant.currency().getCurrencyCode().equals(brand.currency()))
            throw new Invalid("currency-stays", "a brand keeps its currency", "brand.currency");
        BrandState.Picture before = state.of(tenant);
        DocumentPart.within("brand", () -> {
            tenant.rebrand(brand.name(), brand.colour(), brand.language());
            return tenant;
        });
        List<LocationDocument> described = document.locations();
        for (int i = 0; i < described.size(); i++) location(by, tenant, described.get(i), "locations[" + i + "]");
        belongings.hosts(by, id, document.hosts());
        return BrandChanges.between(before, state.of(tenant), document);
    }

    private void location(Actor by, Tenant tenant, LocationDocument document, String place) {
        Optional<Location> known = locations.find(tenant.id(), document.slug());
        Location location = known.isPresent() ? known.get() : brandLocations.open(tenant, document, place);
        if (known.isPresent()) brandLocations.change(tenant, location, document, place);
        else audit.record(by, tenant.id().value(), "location-added", location.name(), location.slug());
        belongings.tills(by, tenant.id(), location.id(), document.tills(), place);
    }

    /** Carries out of the transaction what it would have changed. */
    static final class Rehearsed extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient BrandChanges changes;

        Rehearsed(BrandChanges changes) {
            super("nothing was stored", null, false, false);
            this.changes = changes;
        }

        BrandChanges changes() {
            return changes;
        }
    }
}
