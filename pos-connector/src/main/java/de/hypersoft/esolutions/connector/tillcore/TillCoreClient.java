package de.hypersoft.esolutions.connector.tillcore;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.Http;
import de.hypersoft.esolutions.connector.wire.Receipt;
import de.hypersoft.esolutions.connector.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks TILL-CORE.md with whatever program books at this till. */
public final class TillCoreClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Http http = new Http();
    private final Address address;

    public TillCoreClient(Address address) {
        this.address = address;
    }

    /** Where the core listens now; empty while it is not running. */
    public interface Address {
        /** @throws DamagedBook when it can not run before a person has mended its books */
        Optional<URI> now() throws DamagedBook;
    }

    /** The core's word about one order. */
    public record Booked(Receipt receipt, boolean selfReleased) {}

    /** The core can not be asked: nobody listens, or it has trouble of its own. */
    public static final class Away extends Exception {
        private static final long serialVersionUID = 1L;

        private final @Nullable DamagedBook damage;

        Away(String words) {
            super(words);
            this.damage = null;
        }

        Away(DamagedBook damage) {
            super(damage.getMessage(), damage);
            this.damage = damage;
        }

        /** Why it stays away until a person has acted. */
        public Optional<DamagedBook> damage() {
            return Optional.ofNullable(damage);
        }
    }

    /** The core says no to this order. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Unfit(String code, String words) {
            super(words);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** @throws Away when it is not up */
    public void health() throws Away {
        expect(send("GET", "/health", ""), 200);
    }

    /** @throws Unfit when the core could never book this order */
    public void check(JsonNode order) throws Away, Unfit {
        Reply reply = send("POST", "/checks", ConnectorJson.write(Map.of("order", order)));
        refuseUnfit(reply);
        expect(reply, 204);
    }

    /** The booking of this order if there is one. */
    public Optional<Booked> find(String orderId) throws Away {
        Reply reply = send("GET", path(orderId, ""), "");
        if (reply.status() == 404 && reply.code().equals("not-booked")) return Optional.empty();
        return Optional.of(booked(expect(reply, 200)));
    }

    /** Books, or returns the booking there is. */
    public Booked book(JsonNode order) throws Away, Unfit {
        Reply reply = send("POST", "/bookings", ConnectorJson.write(Map.of("order", order)));
        refuseUnfit(reply);
        return booked(expect(reply, reply.status() == 201 ? 201 : 200));
    }

    /** Signs a released booking and returns its receipt. */
    public Receipt release(String orderId) throws Away {
        return shape(expect(send("POST", path(orderId, "/release"), ""), 200).body(), Receipt.class);
    }

    /**
     * Prints the kitchen ticket again, marked.
     *
     * @return false when the core says no for good, such as for an order it does not know
     */
    public boolean reprint(String orderId) throws Away {
        Reply reply = send("POST", path(orderId, "/reprint"), "");
        if (reply.status() >= 400 && reply.status() < 500) return false;
        expect(reply, 204);
        return true;
    }

    private Booked booked(Reply reply) throws Away {
        Receipt receipt = shape(reply.body().path("receipt"), Receipt.class);
        return new Booked(receipt, reply.body().path("selfReleased").asBoolean(false));
    }

    private static <T> T shape(JsonNode tree, Class<T> type) throws Away {
        try {
            return ConnectorJson.shape(tree, type);
        } catch (IOException unreadable) {
            throw new Away("the till core's answer is unreadable: " + unreadable.getMessage());
        }
    }

    private static void refuseUnfit(Reply reply) throws Unfit {
        if (reply.status() == 422)
            throw new Unfit(reply.code(), reply.body().path("detail").asText(""));
    }

    private static Reply expect(Reply reply, int status) throws Away {
        if (reply.status() != status) throw new Away(reply.words());
        return reply;
    }

    private Reply send(String method, String path, String body) throws Away {
        URI base = base();
        return http.send(new Http.Request(
                method,
                URI.create(base + path),
                Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                TIMEOUT));
    }

    private URI base() throws Away {
        try {
            return address.now().orElseThrow(() -> new Away("it is not running"));
        } catch (DamagedBook damage) {
            throw new Away(damage);
        }
    }

    private static String path(String orderId, String call) {
        return "/bookings/" + URLEncoder.encode(orderId, StandardCharsets.UTF_8).replace("+", "%20") + call;
    }
}
