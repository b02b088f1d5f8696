package de.hypersoft.esolutions.shop.view;

import java.util.Map;

/**
 * A page to be rendered: its template, the frame around it and what it shows.
 *
 * @param template path below the root package, beside the class that shows it
 */
public record View(String template, ShopPage page, Object model) {

    Map<String, Object> parameters() {
        return Map.of("page", page, "model", model);
    }
}
