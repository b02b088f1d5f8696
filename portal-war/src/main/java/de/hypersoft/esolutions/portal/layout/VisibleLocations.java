package de.hypersoft.esolutions.portal.layout;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.metrics.LogContext;
import de.hypersoft.esolutions.portal.access.SignedIn;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationView;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.TenantView;
import de.hypersoft.esolutions.tenancy.ViewTenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The locations this request looks at. {@code ?location=} in the address holds one location, or for hosting staff a
 * tenant; without it, it is all locations of the caller's tenant (for staff: of the first one).
 */
@RequestScoped
public class VisibleLocations {

    private final SignedIn signedIn;
    private final ViewTenants tenants;
    private final HttpServletRequest request;
    private final Clock clock;
    private @Nullable List<Site> all;
    private @Nullable List<TenantView> visible;

    @Inject
    public VisibleLocations(SignedIn signedIn, ViewTenants tenants, HttpServletRequest request, Clock clock) {
        this.signedIn = signedIn;
        this.tenants = tenants;
        this.request = request;
        this.clock = clock;
    }

    /** A location with its tenant. */
    public record Site(TenantView tenant, LocationView location) {

        /** This request is about it, as lines of the log say. */
        public void isActedOn() {
            LogContext.tenant(tenant.id().value());
            LogContext.location(location.id().value());
        }

        public LocationId id() {
            return location.id();
        }

        public String name() {
            return location.name();
        }
    }

    public Instant now() {
        return clock.instant();
    }

    public Caller caller() {
        return signedIn.caller();
    }

    /** Everything the caller may see, by tenant and name. */
    public List<Site> all() {
        if (all == null) all = read();
        return all;
    }

    /** What the page shows: the chosen location alone, or all of the tenant's. */
    public List<Site> shown() {
        LocationId one = chosenLocation();
        Optional<TenantId> of = tenant();
        return all().stream()
                .filter(s -> one == null || s.id().equals(one))
                .filter(s -> of.filter(s.tenant().id()::equals).isPresent())
                .toList();
    }

    /** The value in the address; empty for none. Refuses what is not the caller's (T49). */
    public String chosen() {
        String given = request.getParameter("location");
        if (given == null || given.isBlank()) return "";
        if (all().stream().noneMatch(s -> named(s, given))
                && chosenTenant(given).isEmpty()) throw new NotFound("unknown-location", "there is no such location");
        all().stream().filter(s -> s.id().toString().equals(given)).forEach(Site::isActedOn);
        return given;
    }

    /** Whose orders and tills are shown; empty only for staff of an installation without any tenant. */
    public Optional<TenantId> tenant() {
        String chosen = chosen();
        if (caller().reach() instanceof Scope own) return Optional.of(own.tenant());
        Optional<TenantId> named = chosenTenant(chosen);
        if (named.isPresent()) {
            LogContext.tenant(named.get().value());
            return named;
        }
        Optional<TenantId> first = all().stream()
                .filter(s -> chosen.isEmpty() || named(s, chosen))
                .findFirst()
                .map(s -> s.tenant().id());
        return first.isPresent() ? first : visible().stream().findFirst().map(TenantView::id);
    }

    /** The tenant itself; for whom {@link #tenant} is there. */
    public TenantView brand() {
        return tenants.tenant(scope().tenant());
    }

    /** What the caller may touch of that tenant. */
    public Scope scope() {
        return caller().scope(tenant().orElseThrow(() -> new NotFound("no-tenant", "there is no tenant yet")));
    }

    /** What the page is about: of that, the chosen location alone. */
    public Scope scopeShown() {
        LocationId one = chosenLocation();
        return one == null ? scope() : scope().in(one);
    }

    /** One of those that stand on a page. */
    public Site site(LocationId id) {
        return all().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-location", "there is no such location"));
    }

    /** The one that the address names. */
    public Site site(String id) {
        Site site = all().stream()
                .filter(s -> s.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("unknown-location", "there is no such location"));
        site.isActedOn();
        return site;
    }

    /** The one that hosting staff names. */
    public TenantView tenant(UUID id) {
        TenantView named = tenants.tenant(new TenantId(id));
        LogContext.tenant(named.id().value());
        return named;
    }

    private @Nullable LocationId chosenLocation() {
        String chosen = chosen();
        return all().stream()
                .map(Site::id)
                .filter(id -> id.toString().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    private Optional<TenantId> chosenTenant(String given) {
        return visible().stream()
                .map(TenantView::id)
                .filter(id -> id.toString().equals(given))
                .findFirst();
    }

    private static boolean named(Site site, String value) {
        return site.id().toString().equals(value)
                || site.tenant().id().toString().equals(value);
    }

    /** Whose name the caller may know, by name. */
    public List<TenantView> visible() {
        if (visible == null)
            visible = caller().reach() instanceof Scope own ? List.of(tenants.tenant(own.tenant())) : tenants.tenants();
        return visible;
    }

    private List<Site> read() {
        Caller caller = caller();
        List<LocationView> every =
                caller.reach() instanceof Scope own ? tenants.locations(own.tenant()) : tenants.locations();
        Map<TenantId, List<LocationView>> places = every.stream()
                .filter(one -> caller.sees(one.tenant(), one.id()))
                .collect(Collectors.groupingBy(LocationView::tenant));
        List<Site> sites = new ArrayList<>();
        for (TenantView tenant : visible())
            for (LocationView location : places.getOrDefault(tenant.id(), List.of()))
                sites.add(new Site(tenant, location));
        return sites;
    }
}
