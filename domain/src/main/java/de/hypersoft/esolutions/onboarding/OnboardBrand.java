package de.hypersoft.esolutions.onboarding;

import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.ShopDomains;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.identity.Role;
import de.hypersoft.esolutions.identity.UserRights;
import de.hypersoft.esolutions.identity.UserView;
import de.hypersoft.esolutions.identity.Users;
import de.hypersoft.esolutions.kernel.Actor;
import de.hypersoft.esolutions.pos.Till;
import de.hypersoft.esolutions.pos.TillDesk;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Reach;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes a customer with everything it needs to start, or brings an existing one up to its document. Doing it again
 * changes nothing: people and tills that are there already are left as they are.
 */
@ApplicationScoped
@Transactional
public class OnboardBrand {

    private final Tenants tenants;
    private final Locations locations;
    private final Branches branches;
    private final ShopDomains hosts;
    private final Users users;
    private final TillDesk tills;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected OnboardBrand() { // CDI
        this(null, null, null, null, null, null, null);
    }

    @Inject
    OnboardBrand(
            Tenants tenants,
            Locations locations,
            Branches branches,
            ShopDomains hosts,
            Users users,
            TillDesk tills,
            Clock clock) {
        this.tenants = tenants;
        this.locations = locations;
        this.branches = branches;
        this.hosts = hosts;
        this.users = users;
        this.tills = tills;
        this.clock = clock;
    }

    public TenantId onboard(BrandDocument document) {
        BrandDocument.Brand brand = document.brand();
        Tenant tenant = tenants.bySlug(brand.slug()).orElseGet(() -> create(brand));
        tenant.rebrand(brand.name(), brand.colour());
        for (BrandDocument.Branch branch : document.locations()) {
            LocationId location = branches.bring(tenant, branch);
            branch.tills().forEach(till -> till(tenant.id(), location, till));
        }
        for (BrandDocument.Host host : document.hosts())
            hosts.register(host.name(), tenant.id(), DomainKind.valueOf(host.kind()));
        people(tenant.id(), document);
        return tenant.id();
    }

    /** A fresh PIN for each till that no device has been paired with, by "location/till name"; shown once. */
    public Map<String, String> pins(TenantId tenant) {
        Scope scope = Scope.all(tenant);
        Map<String, String> result = new HashMap<>();
        for (TillDesk.View till : tills.tills(scope)) {
            if (till.paired() || till.revokedAt() != null) continue;
            String place = locations.get(till.location()).slug() + "/" + till.name();
            result.put(place, tills.pin(scope, Actor.SYSTEM, till.id()).pin());
        }
        return result;
    }

    private Tenant create(BrandDocument.Brand brand) {
        Tenant tenant = new Tenant(
                brand.slug(),
                brand.name(),
                Currency.getInstance(brand.currency()),
                brand.colour(),
                brand.language(),
                clock.instant());
        tenants.add(tenant);
        return tenant;
    }

    private void till(TenantId tenant, LocationId location, BrandDocument.TillName till) {
        Scope scope = Scope.all(tenant);
        boolean known = tills.tills(scope).stream()
                .anyMatch(t -> t.location().equals(location) && t.name().equals(till.name()));
        if (!known) tills.add(scope, Actor.SYSTEM, location, till.name(), Till.Kind.valueOf(till.kind()));
    }

    private void people(TenantId tenant, BrandDocument document) {
        Set<String> known = users.list(system()).stream().map(UserView::login).collect(Collectors.toSet());
        for (BrandDocument.Person person : document.users()) {
            if (known.contains(person.login())) continue;
            users.create(Actor.SYSTEM, person.login(), rights(tenant, person), person.password());
        }
    }

    private UserRights rights(TenantId tenant, BrandDocument.Person person) {
        if (Role.valueOf(person.role()) == Role.STAFF) return UserRights.staff(person.name());
        if (person.locations().isEmpty()) return UserRights.manager(person.name(), Scope.all(tenant));
        Set<LocationId> only = person.locations().stream()
                .map(slug -> locations.get(tenant, slug).id())
                .collect(Collectors.toSet());
        return UserRights.manager(person.name(), Scope.only(tenant, only));
    }

    private static Caller system() {
        return new Caller(new UUID(0, 0), "system", "system", new Reach.Installation());
    }
}
