package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.hostnames.shopfront.Shopfront;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host of a request selects the shop (T47). Answers from memory; the copy is renewed after five seconds, and at
 * once on this node when a location changed. While the database is away the last copy keeps answering.
 */
@ApplicationScoped
public class ShopDomains {

    private static final Logger LOG = LoggerFactory.getLogger(ShopDomains.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final HostRegistry registry;
    private final Event<DomainsChanged> changes;
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    @Inject
    public ShopDomains(HostRegistry registry, Event<DomainsChanged> changes) {
        this.registry = registry;
        this.changes = changes;
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
        forget();
    }

    /** Every host that answers for the tenant, by name. */
    public List<String> of(TenantId tenant) {
        return registry.of(tenant);
    }

    /** For changes inside a transaction: a copy read before its commit would be an old one. */
    public void forgetAfterCommit() {
        changes.fire(new DomainsChanged());
    }

    void onDomains(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainsChanged change) {
        forget();
    }

    /** The next question reads the database again. */
    public void forget() {
        copy.set(null);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        if (change.what() == Changed.What.LOCATION) forget();
    }

    private Optional<Known> known(String host) {
        return HostName.ofHeader(host).map(name -> current().get(name));
    }

    private Map<HostName, Known> current() {
        Copy known = copy.get();
        long now = System.nanoTime();
        if (known != null && now - known.readAt < FRESH.toNanos()) return known.hosts;
        return renew(known, now);
    }

    private Map<HostName, Known> renew(@Nullable Copy known, long now) {
        // Whoever renews keeps the others on the old copy: a slow database slows down one request, not all.
        if (known != null) copy.compareAndSet(known, new Copy(known.hosts, now));
        try {
            Map<HostName, Known> fresh = registry.all();
            copy.set(new Copy(fresh, now));
            return fresh;
        } catch (Exception e) { // a transaction that fails at its commit throws a checked RollbackException
            if (known == null) throw e;
            LOG.warn("host names could not be read, the last copy keeps answering: {}", e.toString());
            return known.hosts;
        }
    }

    /** What is kept of one host. */
    record Known(Shopfront shop, HostRules rules) {}

    /** Host names changed on this node. */
    record DomainsChanged() {}

    private record Copy(Map<HostName, Known> hosts, long readAt) {}
}
