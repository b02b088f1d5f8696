package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The locations this request may look at: all that the caller sees, or the one chosen in the address. */
@RequestScoped
public class Scope {

    private final SignedIn signedIn;
    private final Tenants tenants;
    private final Locations locations;
    private final HttpServletRequest request;
    private @Nullable List<Site> all;

    @SuppressWarnings("NullAway")
    protected Scope() { // CDI
        this(null, null, null, null);
    }

    @Inject
    public Scope(SignedIn signedIn, Tenants tenants, Locations locations, HttpServletRequest request) {
        this.signedIn = signedIn;
        this.tenants = tenants;
        this.locations = locations;
        this.request = request;
    }

    /** A location with its tenant. */
    public record Site(Tenant tenant, Location location) {
        public LocationId id() {
            return location.id();
        }
    }

    public Caller caller() {
        return signedIn.caller();
    }

    /** Everything the caller may see, by tenant and name. */
    public List<Site> all() {
        if (all == null) all = read();
        return all;
    }

    /** What the page shows: the chosen location alone, or all. */
    public List<Site> shown() {
        String chosen = chosen();
        if (chosen.isEmpty()) return all();
        return all().stream().filter(s -> s.id().toString().equals(chosen)).toList();
    }

    /** The location of the address; empty for all of them. Refuses what is not the caller's (T49). */
    public String chosen() {
        String given = request.getParameter("location");
        if (given == null || given.isBlank()) return "";
        if (all().stream().noneMatch(s -> s.id().toString().equals(given)))
            throw new NotFound("unknown-location", "there is no such location");
        return given;
    }

    public Site site(LocationId id) {
        return all().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-location", "there is no location " + id));
    }

    public Site site(String id) {
        try {
            return site(new LocationId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            throw new NotFound("unknown-location", "there is no such location");
        }
    }

    private List<Site> read() {
        Caller caller = signedIn.caller();
        TenantId own = caller.tenant();
        List<Tenant> visible = own == null ? tenants.all() : List.of(tenants.get(own));
        List<Site> sites = new ArrayList<>();
        for (Tenant tenant : visible)
            for (Location location : locations.of(tenant.id()))
                if (caller.sees(location)) sites.add(new Site(tenant, location));
        return sites;
    }
}
