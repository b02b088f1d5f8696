package de.hypersoft.esolutions.connector.loop;

/** Orders as a portal hands them over. */
public final class Orders {

    private Orders() {}

    public static String pizza(String orderId) {
        return order(orderId, "PICKUP", "\"quantity\":2");
    }

    public static String voucher(String orderId) {
        return order(orderId, "VOUCHER", "\"quantity\":1");
    }

    public static String order(String orderId, String type, String quantity) {
        return "{\"orderId\":\"" + orderId + "\",\"orderNumber\":\"2026-" + orderId + "\",\"orderType\":\"" + type
                + "\",\"fulfilAt\":null,\"guest\":{\"name\":\"Müller\",\"phone\":\"0711 1\"},\"note\":\"\","
                + "\"lines\":[{\"line\":1,\"articleId\":\"101\",\"name\":\"Pizza Margherita\"," + quantity
                + ",\"unitPrice\":{\"amount\":\"8.90\",\"currency\":\"EUR\"},\"note\":\"ohne Käse\","
                + "\"options\":[{\"name\":\"30 cm\"}],\"weight\":1.10}],"
                + "\"total\":{\"amount\":\"17.80\",\"currency\":\"EUR\"},"
                + "\"payment\":{\"method\":\"AT_PICKUP\",\"state\":\"OPEN\"}}";
    }
}
