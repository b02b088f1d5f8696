package de.hypersoft.esolutions.connector.conformance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes orders of the shape of the contract, one after the other. */
final class SampleOrders {

    private final AtomicInteger count = new AtomicInteger();
    private final Clock clock;

    SampleOrders(Clock clock) {
        this.clock = clock;
    }

    /** @param article its only article */
    ObjectNode next(String article) throws IOException {
        ObjectNode order = (ObjectNode) sample();
        order.put("orderId", UUID.randomUUID().toString());
        order.put("orderNumber", "C-" + count.incrementAndGet());
        order.put("placedAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        order.put(
                "promisedAt",
                clock.instant()
                        .plus(Duration.ofMinutes(20))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        ((ObjectNode) order.path("lines").path(0)).put("articleId", article);
        return order;
    }

    /** With members that no version of the contract knows. */
    ObjectNode ofTomorrow(String article) throws IOException {
        ObjectNode order = next(article);
        order.put("ofTomorrow", "a member that version 1 does not know");
        order.putObject("curbside").put("bay", 4).putArray("plates").add("ES 2027");
        ((ObjectNode) order.path("lines").path(0)).putNull("ofTomorrow");
        ((ObjectNode) order.path("total")).put("rounded", false);
        return order;
    }

    private static JsonNode sample() throws IOException {
        try (InputStream text = SampleOrders.class.getResourceAsStream("/conformance-order.json")) {
            if (text == null) throw new IOException("conformance-order.json is missing from the program");
            return ConnectorJson.tree(text.readAllBytes());
        }
    }
}
