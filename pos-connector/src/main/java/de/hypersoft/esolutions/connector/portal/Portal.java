package de.hypersoft.esolutions.connector.portal;

import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Http;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls of the wire, protocol version 1. */
public final class Portal {

    /** Where the protocol lies below the portal's address. */
    public static final String BASE = "/portal/api/pos/v1";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    /** Shorter than a confirmation is good for, else a slow yes would never lead to a booking. */
    private static final Duration ACKNOWLEDGE_TIMEOUT = Duration.ofSeconds(8);

    private static final Duration LOAD_TIMEOUT = Duration.ofMinutes(10);

    private final Http http = new Http();
    private final Http waitingLine = new Http();
    private final String address;
    private final String base;
    private final @Nullable String token;
    private final Locale language;

    /** @param token null before the till is paired; {@code language} in which the portal is to speak to people */
    public Portal(URI address, @Nullable String token, Locale language) {
        String text = address.toString();
        this.address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.base = address + BASE;
        this.token = token;
        this.language = language;
    }

    /** @param waitSeconds how long the portal may wait for an order before it answers */
    public record Claim(int max, int waitSeconds, String journalId, long journalSeq) {}

    public record Item(String orderId, long fence) {}

    public record Acknowledgement(String journalId, long journalSeq, List<Item> items) {}

    public record RefusedOrder(long fence, String code, String detail) {}

    public record Pairing(String pin, String journalId, String name, String version) {}

    public Reply claim(Claim claim) {
        Duration longest = TIMEOUT.plusSeconds(claim.waitSeconds());
        return send(waitingLine, "POST", "/order-claims", json(claim), "application/json", longest);
    }

    public Reply acknowledge(Acknowledgement acknowledgement) {
        return send(http, "POST", "/acknowledgements", json(acknowledgement), "application/json", ACKNOWLEDGE_TIMEOUT);
    }

    public Reply refuse(String orderId, RefusedOrder refusal) {
        return post("/orders/" + segment(orderId) + "/refusal", refusal);
    }

    public Reply event(String orderId, StatusReport report) {
        return post("/orders/" + segment(orderId) + "/events", report);
    }

    public Reply taskDone(String taskId) {
        return post("/tasks/" + segment(taskId) + "/done", Map.of());
    }

    /** The till can not do what was asked; the words say why. */
    public Reply taskUnable(String taskId, String detail) {
        return post("/tasks/" + segment(taskId) + "/done", Map.of("outcome", "UNABLE", "detail", detail));
    }

    public Reply pair(Pairing pairing) {
        return post("/pairings", pairing);
    }

    public Reply ping() {
        return send(http, "GET", "/ping", new byte[0], "application/json", TIMEOUT);
    }

    /** @param method PUT for a full catalogue, PATCH for an increment */
    public Reply catalogue(String method, byte[] file) {
        return send(http, method, "/catalog", file, "application/json", LOAD_TIMEOUT);
    }

    public Reply catalogueReport(String version) {
        return send(http, "GET", reportPath(version), new byte[0], "application/json", TIMEOUT);
    }

    /** Where a program reads what became of a load. */
    public String reportAddress(String version) {
        return base + reportPath(version);
    }

    /** Where a person reads it: the till does not know under which id the portal's pages have its location. */
    public String syncPage() {
        return address + "/portal/sync";
    }

    public Reply availability(Object blocksAndCounters) {
        return send(http, "PUT", "/availability", json(blocksAndCounters), "application/json", TIMEOUT);
    }

    public Reply image(String articleId, byte[] picture, String contentType) {
        return send(http, "PUT", "/images/" + segment(articleId), picture, contentType, LOAD_TIMEOUT);
    }

    /** The picture at the head of the brand's shop. */
    public Reply headerPicture(byte[] picture, String contentType) {
        return send(http, "PUT", "/header-picture", picture, contentType, LOAD_TIMEOUT);
    }

    /** Ends a waiting claim, so that the program can stop. */
    public void hangUp() {
        waitingLine.hangUp();
    }

    private Reply post(String path, Object body) {
        return send(http, "POST", path, json(body), "application/json", TIMEOUT);
    }

    private Reply send(Http line, String method, String path, byte[] body, String type, Duration timeout) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json, application/problem+json");
        headers.put("Accept-Language", language.toLanguageTag());
        if (body.length > 0) headers.put("Content-Type", type);
        if (method.equals("POST")) {
            // names this call and no other: on no disk, so a clone of this till can not bear it
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (token != null) headers.put("Authorization", "Bearer " + token);
        return line.send(new Http.Request(method, URI.create(base + path), headers, body, timeout));
    }

    private static byte[] json(Object value) {
        return ConnectorJson.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String reportPath(String version) {
        return "/catalog/report/" + segment(version);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
