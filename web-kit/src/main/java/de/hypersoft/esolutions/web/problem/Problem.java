package de.hypersoft.esolutions.web.problem;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.text.Json;
import de.hypersoft.esolutions.web.observe.RequestFacts;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong, for programs: RFC 9457 with a stable {@code code} and the facts beside it.
 *
 * @param title in the language of whoever asks; empty where only programs ask
 */
public record Problem(int status, String code, String title, String detail, Map<String, Object> facts) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String WAIT = "retryAfterSeconds";
    private static final int USUAL_WAIT = 10;

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, "", detail, Map.of());
    }

    public static Problem of(int status, String code, String detail, Map<String, Object> facts) {
        return new Problem(status, code, "", detail, facts);
    }

    public static Problem of(Refusal refusal) {
        return of(
                RefusalStatus.of(refusal), refusal.code(), String.valueOf(refusal.getMessage()), refusal.parameters());
    }

    /** Not now. @param retryAfter until it is worth another try */
    public static Problem later(String code, String detail, Duration retryAfter) {
        return of(503, code, detail, Map.of(WAIT, retryAfter.toSeconds()));
    }

    public Problem titled(String words) {
        return new Problem(status, code, words, detail, facts);
    }

    /** For a program. */
    public Response response() {
        return headed(Response.status(status).type(MEDIA_TYPE).entity(Json.write(body())));
    }

    /** The same with a page that says it in its own way. */
    public Response page(Object page) {
        return headed(Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(page));
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>(facts);
        body.put("type", "/problems/" + code);
        if (!title.isEmpty()) body.put("title", title);
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        RequestFacts.trace().ifPresent(trace -> body.put("trace", trace));
        return body;
    }

    /** The headers that its status asks for: when to ask again, and that the rest of a body is not read. */
    Map<String, Object> headers() {
        if (status == 429 || status == 503) return Map.of("Retry-After", facts.getOrDefault(WAIT, USUAL_WAIT));
        return status == 413 ? Map.of("Connection", "close") : Map.of();
    }

    private Response headed(Response.ResponseBuilder answer) {
        RequestFacts.refused(code);
        headers().forEach(answer::header);
        return answer.build();
    }
}
