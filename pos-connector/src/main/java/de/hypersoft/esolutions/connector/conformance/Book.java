package de.hypersoft.esolutions.connector.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.wire.Http;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the till has booked, as its core tells it ({@code GET /bookings/{orderId}}, TILL-CORE.md). */
public final class Book {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Http http = new Http();
    private final URI core;

    public Book(URI core) {
        this.core = core;
    }

    /**
     * A booking.
     *
     * @param order as it was booked; a missing node when the core does not tell
     */
    public record Entry(String orderId, long receipt, String terminal, boolean signed, JsonNode order) {

        static Entry of(String orderId, JsonNode body) {
            JsonNode receipt = body.path("receipt");
            return new Entry(
                    orderId,
                    receipt.path("number").asLong(),
                    receipt.path("terminalId").asText(),
                    receipt.hasNonNull("signatureValue"),
                    body.path("order"));
        }
    }

    /** @throws IOException when the core does not answer so that one could tell */
    public Optional<Entry> find(String orderId) throws IOException {
        Reply reply = get("/bookings/" + URLEncoder.encode(orderId, StandardCharsets.UTF_8));
        if (reply.status() == 404 && reply.code().equals("not-booked")) return Optional.empty();
        if (reply.status() != 200)
            throw new IOException("the till core at " + core + " does not tell what is booked: " + reply.words());
        return Optional.of(Entry.of(orderId, reply.body()));
    }

    public boolean has(String orderId) throws IOException {
        return find(orderId).isPresent();
    }

    /** @throws IOException unless it is up */
    public void health() throws IOException {
        Reply reply = get("/health");
        if (reply.status() != 200)
            throw new IOException("the till core at " + core + " is not up (GET /health): " + reply.words());
    }

    boolean up() {
        return get("/health").status() == 200;
    }

    private Reply get(String path) {
        return http.send(new Http.Request("GET", URI.create(core + path), Map.of(), new byte[0], TIMEOUT));
    }
}
