package de.hypersoft.esolutions.certificates.serving;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.ExpiringCertificates;
import de.hypersoft.esolutions.kernel.metrics.Looked;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When the first certificate in service ends. */
@OnBothDatabases
class CertificateFiguresTest {

    private final Store store;
    private final HandClock clock = HandClock.at("2001-03-04T18:00:00Z");
    private final Looked looked;

    CertificateFiguresTest(Store store) {
        this.store = store;
        this.looked = new Looked(store, new ExpiringCertificates(store.entities(), clock), clock);
    }

    @Test
    void the_first_certificate_that_ends_is_seen_two_weeks_before() {
        UUID certificate = UUID.randomUUID();
        run("""
            insert into certificates.certificate (id, tenant_id, host, source, sha256, serial, issuer, names, not_before,
              not_after, key_type, key_bits, chain_pem, state, state_since, reason, report, created_at, created_by, version)
            values (:id, :id, 'old.example', 'UPLOAD', 'x', 'x', 'x', 'x', :at, :at, 'EC', 256, 'x', 'ACTIVE', :at, 'x', 'x',
              :at, 'x', 0)\
            """, clock.instant().plus(Duration.ofDays(15)), certificate);
        assertThat(looked.at(Metric.CERTIFICATE_EXPIRY))
                .isEqualTo(Duration.ofDays(15).toSeconds());
        assertThat(looked.at(Metric.CERTIFICATES_EXPIRING)).isZero();

        clock.advance(Duration.ofDays(2));

        assertThat(looked.at(Metric.CERTIFICATES_EXPIRING)).isEqualTo(1);
        run("delete from certificates.certificate where id = :id and not_after > :at", clock.instant(), certificate);
    }

    private void run(String sql, Instant at, UUID id) {
        store.run(() -> store.entities()
                .createNativeQuery(sql)
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate());
    }
}
