package de.hypersoft.esolutions.portal.problems;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.portal.layout.View;
import de.hypersoft.esolutions.web.RefusalStatus;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** What went wrong, for programs: RFC 9457 with a stable {@code code} and the facts beside it. */
public record Problem(int status, String code, String detail, Map<String, Object> facts) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Map.of());
    }

    public static Problem of(Refusal refusal) {
        return new Problem(
                RefusalStatus.of(refusal), refusal.code(), String.valueOf(refusal.getMessage()), refusal.parameters());
    }

    public Response response() {
        Map<String, Object> body = new LinkedHashMap<>(facts);
        body.put("type", "/problems/" + code);
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(Json.write(body));
        return headed(answer).build();
    }

    /** The same with a page that says it in its own way. */
    public Response page(View view) {
        return headed(Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(view))
                .build();
    }

    /** With the headers that its status asks for: when to ask again, and that the rest of a body is not read. */
    Response.ResponseBuilder headed(Response.ResponseBuilder answer) {
        if (facts.get("retryAfterSeconds") instanceof Number seconds) answer.header("Retry-After", seconds);
        return status == 413 ? answer.header("Connection", "close") : answer;
    }
}
