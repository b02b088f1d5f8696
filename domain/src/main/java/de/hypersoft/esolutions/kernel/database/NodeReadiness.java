package de.hypersoft.esolutions.kernel.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when each {@link ReadinessPart} is. The only readiness check the server knows of: it walks through its checks
 * while it registers those of a deployment, in a map that takes that ill, and answers 500 to whoever asks between the
 * first and the last of several (WildFly 39, {@code MicroProfileHealthReporter}). It stands in this jar because the server
 * asks the checks of one web module and of what all modules share, and no others.
 */
@Readiness
@ApplicationScoped
public class NodeReadiness implements HealthCheck {

    private final Iterable<ReadinessPart> parts;

    @Inject
    public NodeReadiness(@Any Instance<ReadinessPart> parts) {
        this((Iterable<ReadinessPart>) parts);
    }

    NodeReadiness(Iterable<ReadinessPart> parts) {
        this.parts = parts;
    }

    /** Each part stands in the data as UP or DOWN under its name, with its own data beside it. */
    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("node");
        boolean ready = true;
        for (ReadinessPart part : parts) {
            HealthCheckResponse found = asked(part);
            ready &= found.getStatus() == HealthCheckResponse.Status.UP;
            answer.withData(found.getName(), found.getStatus().name());
            found.getData()
                    .ifPresent(data -> data.forEach((key, value) -> {
                        if (value instanceof Number number) answer.withData(key, number.longValue());
                        else answer.withData(found.getName() + "-" + key, String.valueOf(value));
                    }));
        }
        return answer.status(ready).build();
    }

    /** What cannot be found out is no yes; a bean whose context has not begun yet throws. */
    private static HealthCheckResponse asked(ReadinessPart part) {
        try {
            return part.call();
        } catch (RuntimeException notYet) {
            return HealthCheckResponse.named(part.getClass().getSimpleName())
                    .down()
                    .withData("reason", notYet.getClass().getSimpleName())
                    .build();
        }
    }
}
