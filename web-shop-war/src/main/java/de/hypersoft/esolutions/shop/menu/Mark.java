package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.util.List;
import java.util.Map;

/** A small sign on a dish: an icon, and the word beside it. */
public record Mark(String code, String icon, String word) {

    private static final Map<String, String> ICONS =
            Map.of("VEGAN", "sprout", "VEGETARIAN", "leaf", "SPICY", "flame", "ALCOHOL", "wine");

    /** Those that this shop knows; what is vegan need not be called vegetarian too. */
    static List<Mark> of(Menu.Article article, ShopPage page) {
        boolean vegan = article.marks().contains("VEGAN");
        return article.marks().stream()
                .filter(code -> ICONS.containsKey(code) && !(vegan && code.equals("VEGETARIAN")))
                .distinct()
                .map(code -> new Mark(code, ICONS.getOrDefault(code, "info"), page.t("mark." + code)))
                .toList();
    }
}
