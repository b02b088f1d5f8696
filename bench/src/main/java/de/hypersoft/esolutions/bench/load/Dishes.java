package de.hypersoft.esolutions.bench.load;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The catalogue of the workload, the same in every run and every shop: 20 categories of 25 articles, each in 2, 3 or 4
 * sizes of one group that must be chosen from. Articles and sizes are counted from 1, prices are cents with 7 % VAT in them.
 */
final class Dishes {

    static final int CATEGORIES = 20;
    static final int IN_CATEGORY = 25;
    static final int ALL = CATEGORIES * IN_CATEGORY;

    private static final String[] SIZES = {"small", "medium", "large", "family"};
    private static final int STEP = 150;

    private Dishes() {}

    static int sizes(int dish) {
        return 2 + dish % 3;
    }

    static int category(int dish) {
        return (dish - 1) / IN_CATEGORY + 1;
    }

    static int price(int dish, int size) {
        return 500 + 37 * dish % 1_500 + STEP * (size - 1);
    }

    static String id(int dish) {
        return "dish-" + dish;
    }

    static String group(int dish) {
        return "sizes-" + sizes(dish);
    }

    static String option(int size) {
        return SIZES[size - 1];
    }

    static String euros(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    /** As a till sends it. */
    static String json() {
        return """
            {"version":"load-1","baseVersion":null,"currency":"EUR",\
            "vatClasses":[{"id":"FOOD","rates":[{"from":"2026-01-01","onSite":"7.00","takeAway":"7.00"}]}],"deposits":[],\
            "categories":[%s],"optionGroups":[%s],"articles":[%s]}""".formatted(
                        listed(1, CATEGORIES, c -> "{\"id\":\"cat-%d\",\"name\":{\"de\":\"Category %d\"},\"sort\":%d}"
                                .formatted(c, c, c)),
                        listed(2, SIZES.length, Dishes::groupJson),
                        listed(1, ALL, Dishes::dishJson));
    }

    private static String groupJson(int sizes) {
        return "{\"id\":\"sizes-%d\",\"name\":{\"de\":\"Size\"},\"min\":1,\"max\":1,\"options\":[%s]}"
                .formatted(sizes, listed(1, sizes, Dishes::optionJson));
    }

    private static String optionJson(int size) {
        return ("{\"id\":\"%s\",\"name\":{\"de\":\"%s\"},\"price\":\"%s\",\"articleId\":null,\"allergens\":[],"
                        + "\"optionGroups\":[]}")
                .formatted(option(size), option(size), euros(STEP * (size - 1)));
    }

    private static String dishJson(int dish) {
        String description = ("Dish number %d of category %d, freshly made of what the season has, with herbs, a little"
                        + " lemon and bread on the side.")
                .formatted(dish, category(dish));
        return ("{\"id\":\"%s\",\"category\":\"cat-%d\",\"name\":{\"de\":\"Dish %d\"},\"description\":{\"de\":\"%s\"},"
                        + "\"price\":\"%s\",\"prices\":{},\"vatClass\":\"FOOD\",\"optionGroups\":[\"%s\"],\"components\":[],"
                        + "\"allergens\":[],\"additives\":[],\"deposit\":null,\"minimumAge\":0,\"content\":null,\"sort\":%d}")
                .formatted(id(dish), category(dish), dish, description, euros(price(dish, 1)), group(dish), dish);
    }

    private interface Item {
        String json(int number);
    }

    private static String listed(int first, int last, Item item) {
        return IntStream.rangeClosed(first, last).mapToObj(item::json).collect(Collectors.joining(","));
    }
}
