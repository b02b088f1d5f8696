package de.hypersoft.esolutions.it;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The two route tables of the product, read from its classes: a page that is not in them fails their own tests. */
final class RouteTables {

    private RouteTables() {}

    /** Templates of the shop's pages, such as {@code /{location}/cart}. */
    static List<String> shopPages() {
        return Arrays.stream(type("de.hypersoft.esolutions.shop.ShopRoute").getEnumConstants())
                .filter(route -> call(route, "kind").toString().equals("PAGE"))
                .map(route -> call(route, "template").toString())
                .toList();
    }

    /** What the shop answers, such as {@code GET /{location}/cart}. */
    static List<String> shop() {
        return Arrays.stream(type("de.hypersoft.esolutions.shop.ShopRoute").getEnumConstants())
                .map(route -> call(call(route, "kind"), "method") + " " + call(route, "template"))
                .toList();
    }

    /** Templates of what the portal answers to GET, with {@code /portal} before them. */
    static List<String> portalPages() {
        List<?> all = (List<?>) call(type("de.hypersoft.esolutions.portal.PortalRoute"));
        return all.stream()
                .filter(route -> call(route, "method").equals("GET"))
                .map(route -> "/portal" + call(route, "path"))
                .map(path -> path.replaceAll("\\{([a-z]+):[^}]*}(?=$|/)", "{$1}"))
                .toList();
    }

    /** Matches the addresses that a template stands for. */
    static Pattern pattern(String template) {
        return Pattern.compile(Arrays.stream(template.split("\\{[^}]*}", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[^/?#]+" + b)
                .orElseThrow());
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Class<?> type) {
        try {
            return type.getMethod("all").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object on, String method) {
        try {
            return on.getClass().getMethod(method).invoke(on);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
