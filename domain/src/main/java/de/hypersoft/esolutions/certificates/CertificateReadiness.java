package de.hypersoft.esolutions.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when each host that was activated anywhere before this start is served here. */
@Readiness
@ApplicationScoped
public class CertificateReadiness implements HealthCheck {

    private final ServeCertificates certificates;

    @SuppressWarnings("NullAway")
    protected CertificateReadiness() { // CDI
        this.certificates = null;
    }

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
