package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.kernel.ReadinessPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready only when this node can open the keys of all certificates it has to serve: another node may have the file. */
@ApplicationScoped
public class CertificateKeysReadiness implements ReadinessPart {

    private final SealedKeys keys;

    @SuppressWarnings("NullAway")
    protected CertificateKeysReadiness() { // CDI
        this.keys = null;
    }

    @Inject
    public CertificateKeysReadiness(SealedKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("certificate-keys");
        try {
            SealedKeys.State state = keys.state();
            return answer.status(state.unopenable() == 0)
                    .withData("served", state.served())
                    .withData("ended", state.ended())
                    .withData("unopenable", state.unopenable())
                    .withData("aged", state.aged())
                    .build();
        } catch (RuntimeException databaseAway) {
            return answer.down()
                    .withData("reason", "the database or the key file does not answer")
                    .build();
        }
    }
}
