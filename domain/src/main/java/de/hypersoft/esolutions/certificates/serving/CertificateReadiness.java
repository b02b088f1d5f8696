package de.hypersoft.esolutions.certificates.serving;

import de.hypersoft.esolutions.kernel.database.ReadinessPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when each host that was activated anywhere before this start is served here. */
@ApplicationScoped
public class CertificateReadiness implements ReadinessPart {

    private final ServeCertificates certificates;

    @Inject
    public CertificateReadiness(ServeCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("certificates")
                .status(certificates.isComplete())
                .build();
    }
}
