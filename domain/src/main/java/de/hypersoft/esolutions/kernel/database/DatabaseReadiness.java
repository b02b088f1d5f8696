package de.hypersoft.esolutions.kernel.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when the database answers and its clock and ours agree within two seconds. */
@ApplicationScoped
public class DatabaseReadiness implements ReadinessPart {

    private final ClockSkew skew;

    @Inject
    public DatabaseReadiness(ClockSkew skew) {
        this.skew = skew;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            Duration off = skew.measure();
            return HealthCheckResponse.named("database-clock")
                    .status(off.abs().compareTo(ClockSkew.TOLERATED) <= 0)
                    .withData("skewMillis", off.toMillis())
                    .build();
        } catch (Exception databaseAway) {
            return HealthCheckResponse.named("database-clock")
                    .down()
                    .withData("reason", "the database does not answer")
                    .build();
        }
    }
}
