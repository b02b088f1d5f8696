package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;

/** Orders as a client of the storefront API writes and places them. */
final class Storefront {

    private Storefront() {}

    /** Two small Margheritas for pickup, as soon as possible. */
    static String pizza(String location) {
        return order(location, 2, "\"options\":[{\"groupId\":\"size\",\"optionId\":\"26\"}]");
    }

    /** The same from a guest whom nobody else is. */
    static String pizzaFor(String guest) {
        return pizza("linde-mitte")
                .replace("Gerda Gast", guest)
                .replace("gerda@", guest.toLowerCase(Locale.ROOT) + "@");
    }

    /** @param options the member {@code options} of the one line, as JSON */
    static String order(String location, int quantity, String options) {
        return "{\"location\":\"" + location + "\",\"orderType\":\"PICKUP\",\"guest\":{\"name\":\"Gerda Gast\","
                + "\"phone\":\"+49 30 5550100\",\"email\":\"gerda@gast.example\",\"language\":\"de\"},"
                + "\"deliveryAddress\":null,\"fulfilAt\":null,\"note\":\"\",\"lines\":[{\"articleId\":\"101\",\"quantity\":"
                + quantity + "," + options
                + ",\"note\":\"\"}],\"payment\":{\"method\":\"AT_PICKUP\"},\"expectedTotal\":null}";
    }

    /** Under a key of its own. */
    static HttpResponse<String> post(Http guest, String order) {
        return guest.postJson(
                "/api/v1/orders", order, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** The answer to an order that is taken. */
    static JsonObject placed(Http guest, String order) {
        HttpResponse<String> answer = post(guest, order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer);
    }
}
