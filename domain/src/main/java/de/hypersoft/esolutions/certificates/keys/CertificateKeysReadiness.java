package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.kernel.database.ReadinessPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready only when this node can open the keys of all certificates it has to serve: another node may have the file. */
@ApplicationScoped
public class CertificateKeysReadiness implements ReadinessPart {

    private final SealedKeys keys;
    private final KeyFile file;
    private final DamagedKeys damaged;

    @Inject
    public CertificateKeysReadiness(SealedKeys keys, KeyFile file, DamagedKeys damaged) {
        this.keys = keys;
        this.file = file;
        this.damaged = damaged;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("certificate-keys");
        try {
            KeyFile.State whole = file.look();
            if (!whole.isWhole())
                return answer.down().withData("reason", whole.sentence()).build();
            SealedKeys.State state = keys.state();
            return answer.status(state.unopenable() == 0)
                    .withData("damaged", damaged.count())
                    .withData("served", state.served())
                    .withData("ended", state.ended())
                    .withData("unopenable", state.unopenable())
                    .withData("aged", state.aged())
                    .build();
        } catch (RuntimeException databaseAway) {
            return answer.down()
                    .withData("reason", "the database does not answer")
                    .build();
        }
    }
}
