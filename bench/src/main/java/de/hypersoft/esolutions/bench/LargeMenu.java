package de.hypersoft.esolutions.bench;

/**
 * A catalogue as a till with options of its own for each dish exports it: so many dishes in twenty categories, each with a
 * group of five options, two languages, allergens and a sentence of description. Every second group has the options of no
 * other.
 */
final class LargeMenu {

    private static final int CATEGORIES = 20;
    private static final String[] KINDS = {"Pizza", "Pasta", "Burger", "Bowl", "Curry", "Salat", "Suppe", "Wok"};
    private static final String[] WAYS = {"scharf", "mild", "nach Art des Hauses", "überbacken", "mit Käse", "vegan"};

    private LargeMenu() {}

    static String json(int dishes, String version, String firstPrice) {
        StringBuilder json = new StringBuilder(1_500 * dishes + 10_000);
        json.append("{\"version\":\"")
                .append(version)
                .append("\",\"baseVersion\":null,\"currency\":\"EUR\",\"vatClasses\":[{\"id\":\"FOOD\",\"rates\":["
                        + "{\"from\":\"2026-01-01\",\"onSite\":\"7.00\",\"takeAway\":\"7.00\"}]}],\"categories\":[");
        for (int i = 0; i < CATEGORIES; i++)
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"c%d\",\"name\":{\"de\":\"Kategorie %d\",\"en\":\"Category %d\"},\"sort\":%d}"
                            .formatted(i, i, i, i));
        json.append("],\"deposits\":[],\"optionGroups\":[");
        for (int i = 0; i < dishes; i++) json.append(i == 0 ? "" : ",").append(group(i));
        json.append("],\"articles\":[");
        for (int i = 0; i < dishes; i++)
            json.append(i == 0 ? "" : ",").append(dish(i, i == 0 ? firstPrice : (4 + i % 17) + ".90"));
        return json.append("]}").toString();
    }

    private static String group(int i) {
        StringBuilder options = new StringBuilder();
        for (int o = 0; o < 5; o++)
            options.append(o == 0 ? "" : ",")
                    .append(("{\"id\":\"o%d\",\"name\":{\"de\":\"Zutat %s\",\"en\":\"Topping %s\"},\"price\":\"%d.50\","
                                    + "\"articleId\":null,\"allergens\":[\"MILK\"],\"optionGroups\":[]}")
                            .formatted(o, i % 2 == 0 ? o : o + "/" + i, i % 2 == 0 ? o : o + "/" + i, o));
        return ("{\"id\":\"g%d\",\"name\":{\"de\":\"Dazu\",\"en\":\"With it\"},\"min\":0,\"max\":5,\"options\":[%s]}")
                .formatted(i, options);
    }

    private static String dish(int i, String price) {
        String name = KINDS[i % KINDS.length] + " " + WAYS[i / KINDS.length % WAYS.length] + " " + i;
        return ("{\"id\":\"a%d\",\"category\":\"c%d\",\"name\":{\"de\":\"%s\",\"en\":\"%s\"},\"description\":{\"de\":"
                        + "\"Frisch zubereitet mit Zutaten der Saison, Nummer %d\",\"en\":\"Freshly made, number %d\"},"
                        + "\"price\":\"%s\",\"prices\":{\"DELIVERY\":\"%s\"},\"vatClass\":\"FOOD\",\"optionGroups\":"
                        + "[\"g%d\"],\"components\":[],\"allergens\":[\"WHEAT\",\"MILK\"],\"additives\":[],\"deposit\":null,"
                        + "\"minimumAge\":0,\"content\":null,\"sort\":%d}")
                .formatted(i, i % CATEGORIES, name, name, i, i, price, price, i, i);
    }
}
