package de.hypersoft.esolutions.web.page;

import java.util.HashMap;
import java.util.Map;

/**
 * A page to be rendered.
 *
 * @param template its path below the templates of its module
 * @param shown what the template takes, by the name of its parameter
 */
public record View(String template, Map<String, Object> shown) {

    /** The template has the name of the page's class and lies beside it; it takes what it shows as {@code page}. */
    public static View of(Class<?> template, Object page) {
        return new View(template.getName().replace('.', '/') + ".jte", Map.of("page", page));
    }

    public View with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(shown);
        more.put(name, value);
        return new View(template, Map.copyOf(more));
    }
}
