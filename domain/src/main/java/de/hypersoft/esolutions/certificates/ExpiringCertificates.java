package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.kernel.metrics.FigureSource;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.kernel.metrics.Readings;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which served certificates have come to a step of {@link ExpirySteps} that nobody was told of. */
@ApplicationScoped
@Transactional
public class ExpiringCertificates implements FigureSource {

    private static final Duration SOON = Duration.ofDays(14);

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public ExpiringCertificates(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Only the newest step of each that was reached: whoever was away gets one mail, not six. One that several domains
     * of a customer share is due once.
     *
     * @param id of the row that stands for all that share it
     * @param hosts all that are served with it, by name
     * @param rows one of each of them
     * @param daysLeft whole days until the end; 0 on the last day, negative after it
     * @param automatic this server should have renewed it by itself
     */
    public record Due(
            UUID id,
            TenantId tenant,
            List<String> hosts,
            List<UUID> rows,
            int step,
            Instant notAfter,
            long daysLeft,
            boolean automatic) {
        public Due {
            hosts = List.copyOf(hosts);
            rows = List.copyOf(rows);
        }
    }

    public List<Due> due(int limit) {
        Instant now = clock.instant();
        List<Certificate> rows = entities.createQuery(
                        "select c from Certificate c where c.warnAt <= :now and c.state = :active order by c.warnAt, c.id",
                        Certificate.class)
                .setParameter("now", now)
                .setParameter("active", CertificateState.ACTIVE)
                .setMaxResults(limit)
                .getResultList();
        Map<Shared, List<Certificate>> together = together(rows);
        return rows.stream()
                .map(Shared::of)
                .distinct()
                .map(shared -> due(Objects.requireNonNull(together.get(shared)), now))
                .toList();
    }

    /** The same certificate of the same customer. */
    private record Shared(TenantId tenant, String sha256) {
        static Shared of(Certificate row) {
            return new Shared(row.tenant(), row.sha256());
        }
    }

    /** With those that share one of them and are not due themselves. */
    private Map<Shared, List<Certificate>> together(List<Certificate> rows) {
        if (rows.isEmpty()) return Map.of();
        return entities.createQuery(
                        "select c from Certificate c where c.state = :active and c.notAfter in (:ends)"
                                + " and c.sha256 in (:hashes) order by c.host",
                        Certificate.class)
                .setParameter("active", CertificateState.ACTIVE)
                .setParameter("ends", rows.stream().map(Certificate::notAfter).collect(Collectors.toSet()))
                .setParameter("hashes", rows.stream().map(Certificate::sha256).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.groupingBy(Shared::of));
    }

    /** To be called in the transaction that queues the mails. */
    public void told(Due due) {
        for (UUID row : due.rows()) entities.find(Certificate.class, row).warned(due.step());
    }

    /** Seconds until the end of every served certificate by host; negative after it. For metrics. */
    public List<Remaining> remaining() {
        Instant now = clock.instant();
        return entities.createQuery(
                        Projection.of(Ending.class, "c.host, c.notAfter")
                                + " from Certificate c where c.state = :active order by c.host",
                        Ending.class)
                .setParameter("active", CertificateState.ACTIVE)
                .getResultStream()
                .map(ending -> new Remaining(
                        ending.host(), Duration.between(now, ending.notAfter()).toSeconds()))
                .toList();
    }

    private record Ending(String host, Instant notAfter) {}

    /** While there is no certificate it is unknown when the first ends. */
    @Override
    public void read(Instant now, Readings into) {
        First first = entities.createQuery(
                        Projection.of(
                                        First.class,
                                        "min(c.notAfter), coalesce(sum(case when c.notAfter < :soon then 1 else 0 end), 0)")
                                + " from Certificate c where c.state = :active",
                        First.class)
                .setParameter("active", CertificateState.ACTIVE)
                .setParameter("soon", now.plus(SOON))
                .getSingleResult();
        if (first.ends() != null)
            into.put(
                    Metric.CERTIFICATE_EXPIRY,
                    Duration.between(now, first.ends()).toSeconds());
        into.put(Metric.CERTIFICATES_EXPIRING, first.soon());
    }

    private record First(@Nullable Instant ends, long soon) {}

    public record Remaining(String host, long seconds) {}

    private static Due due(List<Certificate> same, Instant now) {
        Certificate first = Collections.min(same, Comparator.comparing(c -> c.id().toString()));
        return new Due(
                first.id(),
                first.tenant(),
                same.stream().map(c -> c.host().value()).toList(),
                same.stream().map(Certificate::id).toList(),
                first.steps().reached(now),
                first.notAfter(),
                Math.floorDiv(Duration.between(now, first.notAfter()).toSeconds(), 86_400),
                first.source() == Source.ACME);
    }
}
