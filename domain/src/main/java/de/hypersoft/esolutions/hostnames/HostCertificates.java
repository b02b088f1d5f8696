package de.hypersoft.esolutions.hostnames;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificate axis of each host, written by whoever keeps the certificates, in the transaction of their change. */
@ApplicationScoped
public class HostCertificates {

    private final EntityManager entities;
    private final ShopDomains memory;
    private final Clock clock;

    @Inject
    public HostCertificates(EntityManager entities, ShopDomains memory, Clock clock) {
        this.entities = entities;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Finds an own domain and keeps it from being released or changed until the transaction ends.
     *
     * @throws NotFound when it is not registered
     * @throws Conflict when it is not a customer's own
     */
    @Transactional(TxType.MANDATORY)
    public DomainView lock(HostName host) {
        ShopDomain domain = locked(host);
        if (!domain.own()) throw new Conflict("not-an-own-domain", host + " is no customer's own domain");
        return domain.view(null);
    }

    /** A customer's own domains, by name. */
    @Transactional(TxType.MANDATORY)
    public List<DomainView> ownOf(TenantId tenant) {
        return entities.createQuery(
                        "select d from ShopDomain d where d.tenant = :tenant and d.kind = :own"
                                + " and d.releasedAt is null order by d.host",
                        ShopDomain.class)
                .setParameter("tenant", tenant.value())
                .setParameter("own", DomainKind.OWN)
                .getResultStream()
                .map(d -> d.view(null))
                .toList();
    }

    /** The name with www. or without beside this one; null while the same tenant has not registered it. */
    @Transactional(TxType.MANDATORY)
    public @Nullable HostName counterpart(DomainView domain) {
        return domain.host()
                .counterpart()
                .map(other -> entities.find(ShopDomain.class, other.value()))
                .filter(row -> row.own() && !row.released() && row.tenant().equals(domain.tenant()))
                .map(ShopDomain::host)
                .orElse(null);
    }

    /** @param until when the certificate that is served now ends; null while none is */
    @Transactional(TxType.MANDATORY)
    public void moved(HostName host, HostCertificate state, String reason, @Nullable Instant until) {
        ShopDomain domain = locked(host);
        domain.certificate(state, reason, until, clock.instant());
        memory.forgetAfterCommit(domain.tenant());
    }

    private ShopDomain locked(HostName host) {
        ShopDomain domain = entities.find(ShopDomain.class, host.value(), LockModeType.PESSIMISTIC_WRITE);
        if (domain == null || domain.released()) throw new NotFound("unknown-domain", "there is no domain " + host);
        return domain;
    }
}
