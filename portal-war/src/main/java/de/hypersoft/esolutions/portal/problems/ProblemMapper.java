package de.hypersoft.esolutions.portal.problems;

import de.hypersoft.esolutions.http.error.Aborted;
import de.hypersoft.esolutions.kernel.ExceptionChain;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.database.DatabaseTrouble;
import de.hypersoft.esolutions.portal.access.Paths;
import de.hypersoft.esolutions.portal.access.RefusedRequests;
import de.hypersoft.esolutions.portal.layout.View;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a thing that went wrong becomes an answer: problem+json below {@code api/}, else a page. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Context
    private UriInfo uri;

    @Inject
    private RefusedRequests refused;

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = problem(failure);
        for (Throwable cause : ExceptionChain.of(failure)) if (cause instanceof Refusal refusal) refused.note(refusal);
        if (Paths.isApi(Paths.of(uri))) return problem.response();
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(View.bare(ProblemPage.class, new ProblemPage(problem)));
        return problem.headed(answer).build();
    }

    static Problem problem(Throwable failure) {
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
            case 413 -> Problem.of(413, "too-large", "the body is over its limit");
            case 429 -> Problem.of(429, "too-many-requests", "no more of these at once from this address");
            case 500 -> incident(failure);
            default -> Problem.of(status, "bad-request", "the request cannot be read");
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
        return new Problem(503, code, detail, Map.of("retryAfterSeconds", seconds));
    }

    private static Problem incident(Throwable failure) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident={}", incident, LoggableCause.silent(failure));
        return new Problem(500, "internal-error", "something broke on our side", Map.of("incident", incident));
    }
}
