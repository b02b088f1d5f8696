package de.hypersoft.esolutions.it;

import java.util.Locale;

/** Bodies of orders as a client of the storefront API writes them. */
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
}
