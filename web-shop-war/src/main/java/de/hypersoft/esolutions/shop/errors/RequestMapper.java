package de.hypersoft.esolutions.shop.errors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** The request itself was wrong: no such page, wrong method, too large, not what we read. */
@Provider
@ApplicationScoped
public class RequestMapper implements ExceptionMapper<WebApplicationException> {

    private static final Map<Integer, String> CODES = Map.of(
            400, "bad-request",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "body-too-large",
            415, "unsupported-media-type",
            429, "too-many-requests");

    @Inject
    private Answers answers;

    @Override
    public Response toResponse(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status < 400) return e.getResponse();
        if (status >= 500) throw e;
        return answers.plain(status, CODES.getOrDefault(status, "bad-request"));
    }
}
