package de.hypersoft.esolutions.portal.domains;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.serving.ShownHere;
import de.hypersoft.esolutions.hostnames.DomainKind;
import de.hypersoft.esolutions.hostnames.DomainProof;
import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostCertificate;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DomainStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");

    @Test
    void a_checked_certificate_is_ready_to_be_activated_once_the_name_is_proven() {
        DomainProof missing = new DomainProof("_esolutions.shop.example", "esolutions-domain=1", false);

        assertThat(standing(missing)).isEqualTo(DomainStatus.UNPROVEN);
        assertThat(standing(null)).isEqualTo(DomainStatus.STAGED);
    }

    private static DomainStatus standing(@Nullable DomainProof proof) {
        DomainView domain = new DomainView(
                HostName.parse("shop.example"),
                new TenantId(UUID.randomUUID()),
                null,
                DomainKind.OWN,
                NOW,
                "hosting",
                HostCertificate.STAGED,
                NOW,
                "",
                null,
                null,
                "",
                null,
                proof,
                null,
                null);
        return DomainStatus.of(domain, null, ShownHere.Shown.NO, null, NOW);
    }
}
