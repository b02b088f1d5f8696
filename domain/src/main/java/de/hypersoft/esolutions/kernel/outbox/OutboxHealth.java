package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.database.ReadinessPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * How far the outbox is behind, for whoever watches the server. Never down: events that wait are no reason to send
 * requests elsewhere, and every other node has the same outbox.
 */
@ApplicationScoped
public class OutboxHealth implements ReadinessPart {

    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public OutboxHealth(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            Outbox.Depth depth = outbox.depth();
            long oldest = depth.oldest() == null
                    ? 0
                    : Math.max(
                            0, Duration.between(depth.oldest(), clock.instant()).toSeconds());
            return HealthCheckResponse.named("outbox")
                    .up()
                    .withData("waiting", depth.waiting())
                    .withData("failed", depth.failed())
                    .withData("oldestSeconds", oldest)
                    .build();
        } catch (Exception databaseAway) {
            return HealthCheckResponse.named("outbox")
                    .up()
                    .withData("reason", "the database does not answer")
                    .build();
        }
    }
}
