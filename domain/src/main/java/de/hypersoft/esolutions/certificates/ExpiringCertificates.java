package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which served certificates have come to a step of {@link ExpirySteps} that nobody was told of. */
@ApplicationScoped
@Transactional
public class ExpiringCertificates {

    private final EntityManager entities;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected ExpiringCertificates() { // CDI
        this.entities = null;
        this.clock = null;
    }

    @Inject
    public ExpiringCertificates(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Only the newest step of each that was reached: whoever was away gets one mail, not six.
     *
     * @param daysLeft whole days until the end; 0 on the last day, negative after it
     * @param automatic this server should have renewed it by itself
     */
    public record Due(
            UUID id, TenantId tenant, String host, int step, Instant notAfter, long daysLeft, boolean automatic) {}

    public List<Due> due(int limit) {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select c from Certificate c where c.warnAt <= :now and c.state = :active order by c.warnAt, c.id",
                        Certificate.class)
                .setParameter("now", now)
                .setParameter("active", CertificateState.ACTIVE)
                .setMaxResults(limit)
                .getResultStream()
                .map(c -> due(c, now))
                .toList();
    }

    /** To be called in the transaction that queues the mails. */
    public void told(Due due) {
        entities.find(Certificate.class, due.id()).warned(due.step());
    }

    /** Seconds until the end of every served certificate by host; negative after it. For metrics. */
    public List<Remaining> remaining() {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select c.host, c.notAfter from Certificate c where c.state = :active order by c.host",
                        Object[].class)
                .setParameter("active", CertificateState.ACTIVE)
                .getResultStream()
                .map(row -> new Remaining(
                        (String) row[0], Duration.between(now, (Instant) row[1]).toSeconds()))
                .toList();
    }

    public record Remaining(String host, long seconds) {}

    private static Due due(Certificate certificate, Instant now) {
        return new Due(
                certificate.id(),
                certificate.tenant(),
                certificate.host().value(),
                certificate.steps().reached(now),
                certificate.notAfter(),
                Math.floorDiv(Duration.between(now, certificate.notAfter()).toSeconds(), 86_400),
                certificate.source() == Source.ACME);
    }
}
