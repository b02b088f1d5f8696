package de.hypersoft.esolutions.web.problem;

import de.hypersoft.esolutions.http.error.Aborted;
import de.hypersoft.esolutions.kernel.ExceptionChain;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.database.DatabaseTrouble;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, as a problem. What nobody meant to happen has an incident number, and the log has the rest. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable failure) {
        for (Throwable cause : ExceptionChain.of(failure)) // JAX-RS wraps what a body throws while it is read
        if (cause instanceof RejectedRequest rejected)
                return Problem.of(
                        rejected.status(), rejected.code(), String.valueOf(rejected.getMessage()), rejected.facts());
        for (Throwable cause : ExceptionChain.of(failure)) {
            if (cause instanceof Refusal refusal) return Problem.of(refusal);
            if (cause instanceof WebApplicationException web) return web(web);
        }
        if (Aborted.noted(failure)) return Problem.of(400, "bad-request", "the request did not come whole");
        return DatabaseTrouble.of(failure)
                .map(trouble -> told(trouble, failure))
                .orElseGet(() -> incident(failure));
    }

    private static Problem web(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 404 -> Problem.of(404, "not-found", "there is nothing at this address");
            case 405 -> Problem.of(405, "method-not-allowed", "this address does not take that method");
            case 406 -> Problem.of(406, "not-acceptable", "this address has nothing of a kind that is accepted");
            case 413 -> Problem.of(413, "too-large", "the body is over its limit");
            case 415 -> Problem.of(415, "unsupported-media-type", "this address does not read a body of that kind");
            case 429 -> Problem.of(429, "too-many-requests", "no more of these at once from this address");
            default ->
                status >= 500 ? incident(failure) : Problem.of(status, "bad-request", "the request cannot be read");
        };
    }

    private static Problem told(DatabaseTrouble trouble, Throwable failure) {
        return switch (trouble) {
            case AWAY -> later("database-away", "the database does not answer", 5, failure);
            case BUSY -> later("busy", "others are at the same thing", 2, failure);
            case CHANGED_MEANWHILE -> Problem.of(409, "changed-meanwhile", "somebody else changed this meanwhile");
            case UNSTORABLE -> Problem.of(422, "invalid-value", "a value is too long, out of range or no text");
        };
    }

    private static Problem later(String code, String detail, int seconds, Throwable failure) {
        LOG.warn("{}: {}", code, LoggableCause.of(failure));
        return Problem.later(code, detail, Duration.ofSeconds(seconds));
    }

    private static Problem incident(Throwable failure) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident={}", incident, LoggableCause.silent(failure));
        return Problem.of(500, "internal-error", "something broke on our side", Map.of("incident", incident));
    }
}
