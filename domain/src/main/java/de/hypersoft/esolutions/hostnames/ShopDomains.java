package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The host of a request selects the shop (T47). Answers from memory: which host is whose, and of each tenant that was asked
 * for its shop. What changed on this node is read anew at once, what changed on another one after two seconds at most, and
 * each shop after five minutes whatever was told. While the database is away the last copy keeps answering.
 */
@ApplicationScoped
public class ShopDomains {

    private static final Duration FRESH = Duration.ofMinutes(5);

    /** A host that nobody has is looked for again; so often at most, whoever asks for whatever. */
    private static final Duration UNKNOWN_AGAIN = Duration.ofSeconds(5);

    private final HostRegistry registry;
    private final ShopChanges noted;
    private final Event<DomainsChanged> changes;
    private final Clock clock;
    private final OtherNodes others;
    private final Renewed<Map<HostName, TenantId>> names;
    private final Map<TenantId, Renewed<Map<HostName, Known>>> shops = new ConcurrentHashMap<>();

    @Inject
    public ShopDomains(HostRegistry registry, ShopChanges noted, Event<DomainsChanged> changes, Clock clock) {
        this.registry = registry;
        this.noted = noted;
        this.changes = changes;
        this.clock = clock;
        this.others = new OtherNodes(noted, clock);
        this.names = new Renewed<>(() -> registry.hosts(), FRESH, clock);
    }

    /** @param host a Host header; its port does not matter */
    public Optional<TenantId> tenantOf(String host) {
        return shopfront(host).map(Shopfront::tenant);
    }

    public Optional<Shopfront> shopfront(String host) {
        return known(host).map(Known::shop);
    }

    /** How the host is to be answered; empty for a host that is nobody's. */
    public Optional<HostRules> rules(String host) {
        return known(host).map(Known::rules);
    }

    /**
     * @throws HostTaken when another tenant has it; repeating it for the same tenant changes nothing
     * @throws de.hypersoft.esolutions.kernel.Invalid when a new host cannot be of this kind, or is the platform's own
     */
    public void register(String host, TenantId tenant, DomainKind kind) {
        registry.register(HostName.parse(host), tenant, kind);
        changed(tenant, true);
        forgetAfterCommit(tenant);
    }

    /** Every host that answers for the tenant, by name. */
    public List<String> of(TenantId tenant) {
        return registry.of(tenant);
    }

    /** For changes inside a transaction: a copy read before its commit would be an old one. */
    public void forgetAfterCommit(TenantId tenant) {
        noted.note(tenant, true);
        changes.fire(new DomainsChanged(tenant));
    }

    void onDomains(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainsChanged change) {
        changed(change.tenant(), true);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        if (change.what() == Changed.What.LOCATION) changed(new TenantId(change.tenant()), false);
    }

    /** The next question about any host reads the database again. */
    public void forget() {
        names.changed();
        shops.values().forEach(Renewed::changed);
    }

    private void changed(TenantId tenant, boolean alsoNames) {
        if (alsoNames) names.changed();
        Renewed<Map<HostName, Known>> shop = shops.get(tenant);
        if (shop != null) shop.changed();
    }

    private Optional<Known> known(String host) {
        return HostName.ofHeader(host).flatMap(this::known);
    }

    private Optional<Known> known(HostName host) {
        others.look(change -> changed(new TenantId(change.tenant()), change.names()));
        TenantId tenant = names.get().get(host);
        if (tenant == null && names.isOlderThan(UNKNOWN_AGAIN)) {
            names.changed();
            tenant = names.get().get(host);
        }
        if (tenant == null) return Optional.empty();
        Renewed<Map<HostName, Known>> shop =
                shops.computeIfAbsent(tenant, id -> new Renewed<>(() -> registry.shop(id), FRESH, clock));
        Known known = shop.get().get(host);
        if (known == null && shop.isOlderThan(UNKNOWN_AGAIN)) {
            shop.changed();
            known = shop.get().get(host);
        }
        return Optional.ofNullable(known);
    }

    /** What is kept of one host. */
    record Known(Shopfront shop, HostRules rules) {}

    /** Host names of a tenant changed on this node. */
    record DomainsChanged(TenantId tenant) {}
}
