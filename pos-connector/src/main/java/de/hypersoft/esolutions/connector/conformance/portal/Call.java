package de.hypersoft.esolutions.connector.conformance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call of the candidate as it arrived.
 *
 * @param path below the address of the wire, as {@code /order-claims}
 * @param key its {@code Idempotency-Key}, empty without one
 * @param token what it bore, empty without one
 */
public record Call(String method, String path, String key, String token, JsonNode body) {

    /** What is asked for. */
    public enum Kind {
        PING,
        PAIRING,
        CLAIM,
        ACKNOWLEDGEMENT,
        REFUSAL,
        EVENT,
        TASK,
        OTHER
    }

    public Kind kind() {
        String[] parts = parts();
        return switch (parts[0]) {
            case "ping" -> Kind.PING;
            case "pairings" -> Kind.PAIRING;
            case "order-claims" -> Kind.CLAIM;
            case "acknowledgements" -> Kind.ACKNOWLEDGEMENT;
            case "orders" -> parts.length == 3 && parts[2].equals("events") ? Kind.EVENT : Kind.REFUSAL;
            case "tasks" -> Kind.TASK;
            default -> Kind.OTHER;
        };
    }

    /** The order or task in its path; empty without one. */
    public String subject() {
        String[] parts = parts();
        return parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
    }

    /** For an acknowledgement: the fence of each order. */
    public Map<String, Long> fences() {
        Map<String, Long> fences = new LinkedHashMap<>();
        for (JsonNode item : body.path("items"))
            fences.put(item.path("orderId").asText(), item.path("fence").asLong(-1));
        return fences;
    }

    public boolean acknowledges(Handover order) {
        return kind() == Kind.ACKNOWLEDGEMENT && fences().containsKey(order.orderId());
    }

    /** Whether it is an event of this order. */
    public boolean reports(Handover order) {
        return kind() == Kind.EVENT && subject().equals(order.orderId());
    }

    private String[] parts() {
        return path.substring(1).split("/", -1);
    }
}
