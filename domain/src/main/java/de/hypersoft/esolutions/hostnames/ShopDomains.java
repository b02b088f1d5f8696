package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Changed;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
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
    private final AtomicReference<@Nullable Copy> copy = new AtomicReference<>();

    @SuppressWarnings("NullAway")
    protected ShopDomains() { // CDI
        this.registry = null;
    }

    @Inject
    ShopDomains(HostRegistry registry) {
        this.registry = registry;
    }

    /** @param host a Host header; its port does not matter */
    public Optional<TenantId> tenantOf(String host) {
        return shopfront(host).map(Shopfront::tenant);
    }

    public Optional<Shopfront> shopfront(String host) {
        return HostName.ofHeader(host).map(name -> current().get(name));
    }

    /** @throws HostTaken when another tenant has it; repeating it for the same tenant changes nothing */
    public void register(String host, TenantId tenant, DomainKind kind) {
        registry.register(HostName.parse(host), tenant, kind);
        forget();
    }

    /** The next question reads the database again. */
    public void forget() {
        copy.set(null);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        if (change.what() == Changed.What.LOCATION) forget();
    }

    private Map<HostName, Shopfront> current() {
        Copy known = copy.get();
        long now = System.nanoTime();
        if (known != null && now - known.readAt < FRESH.toNanos()) return known.shops;
        return renew(known, now);
    }

    private Map<HostName, Shopfront> renew(@Nullable Copy known, long now) {
        // Whoever renews keeps the others on the old copy: a slow database slows down one request, not all.
        if (known != null) copy.compareAndSet(known, new Copy(known.shops, now));
        try {
            Map<HostName, Shopfront> fresh = registry.shopfronts();
            copy.set(new Copy(fresh, now));
            return fresh;
        } catch (RuntimeException e) {
            if (known == null) throw e;
            LOG.warn("host names could not be read, the last copy keeps answering: {}", e.toString());
            return known.shops;
        }
    }

    private record Copy(Map<HostName, Shopfront> shops, long readAt) {}
}
