package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.hostnames.dns.DnsChecks;
import de.hypersoft.esolutions.hostnames.shopfront.CanonicalHost;
import de.hypersoft.esolutions.hostnames.shopfront.DomainContacts;
import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.OrderType;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.Tenant;
import de.hypersoft.esolutions.tenancy.TenantId;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The registry as the server builds it, on a store, with customers to register hosts for. */
public final class TestRegistry {

    public static final DomainSettings SETTINGS = settings("contested");

    private final Store store;
    private final Clock clock;
    private final ShopDomains memory;
    private final ManageDomains domains;
    private final CanonicalHost canonical;
    private final HostCertificates axis;
    private final DomainHistory history;
    private final DomainContacts contacts;
    private final DnsChecks checks;

    /** Where only names that were another's are asked for a proof. */
    public TestRegistry(Store store, Clock clock) {
        this(store, clock, "contested");
    }

    /** @param proof as in {@link DomainSettings} */
    public TestRegistry(Store store, Clock clock, String proof) {
        this.store = store;
        this.clock = clock;
        Tenants tenants = new Tenants(store.entities());
        Locations locations = new Locations(store.entities());
        DomainSettings settings = settings(proof);
        HostRegistry registry =
                Transactions.around(store, new HostRegistry(store.entities(), tenants, locations, settings, clock));
        ShopChanges changes = Transactions.around(store, new ShopChanges(store.entities(), clock));
        this.memory = new ShopDomains(registry, changes, new Told<>(), clock);
        this.history = Transactions.around(store, new DomainHistory(store.entities(), clock));
        this.domains = Transactions.around(
                store,
                new ManageDomains(
                        store.entities(),
                        tenants,
                        locations,
                        history,
                        Transactions.around(store, new Audit(store.entities(), clock)),
                        memory,
                        settings,
                        clock));
        this.canonical = Transactions.around(
                store,
                new CanonicalHost(
                        store.entities(),
                        domains,
                        history,
                        Transactions.around(store, new Audit(store.entities(), clock)),
                        memory,
                        clock));
        this.axis = Transactions.around(store, new HostCertificates(store.entities(), memory, clock));
        this.contacts = Transactions.around(store, new DomainContacts(store.entities(), locations));
        this.checks = Transactions.around(store, new DnsChecks(store.entities(), history, memory, clock));
    }

    public ShopDomains memory() {
        return memory;
    }

    public ManageDomains domains() {
        return domains;
    }

    public CanonicalHost canonical() {
        return canonical;
    }

    public HostCertificates axis() {
        return axis;
    }

    public DomainHistory history() {
        return history;
    }

    public DomainContacts contacts() {
        return contacts;
    }

    public DnsChecks checks() {
        return checks;
    }

    /** A customer with one location whose mails go to {@code kueche@name.example}. */
    public TenantId customer(String name) {
        String slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        return store.in(() -> {
            Tenant tenant = new Tenant(slug, name, Currency.getInstance("EUR"), "#224466", "de", clock.instant());
            new Tenants(store.entities()).add(tenant);
            new Locations(store.entities()).add(new Location(tenant.id(), "mitte", details(name), clock.instant()));
            return tenant.id();
        });
    }

    /** Of that customer, its only one. */
    public LocationId location(TenantId tenant) {
        return store.in(() -> new Locations(store.entities()).of(tenant).get(0).id());
    }

    public static Caller staff() {
        return new Caller(UUID.randomUUID(), "hosting", "Hosting", new Reach.Installation());
    }

    public static Caller manager(TenantId tenant) {
        return new Caller(UUID.randomUUID(), "maria", "Maria", Scope.all(tenant));
    }

    private static DomainSettings settings(String proof) {
        return new DomainSettings(
                "myhypersoftapp.example",
                Optional.of("shops.myhypersoftapp.example"),
                Optional.of(List.of("192.0.2.10", "2001:db8::10")),
                Optional.of(List.of("localhost", "portal.myhypersoftapp.example")),
                proof);
    }

    private static LocationDetails details(String name) {
        return new LocationDetails(
                name,
                "Hauptstr. 1",
                "10115",
                "Berlin",
                "DE",
                "+49 30 1",
                name + " GmbH",
                "Impressum",
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(6, 0),
                Set.of(OrderType.PICKUP),
                20,
                "kueche@" + name + ".example",
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                LocationLimits.DEFAULT);
    }
}
