package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The menu of one location for one order type.
 *
 * @param ready by when what is ordered now can be had, in words; empty when nothing can be had at once
 * @param later why nothing can be had at once, and whether one may order for later; empty when it can
 * @param query what was searched for, or empty
 * @param without allergens the guest wants to avoid
 * @param allergens all that occur on this menu
 * @param header where the brand's picture is, or empty
 * @param parts how a menu of thousands of dishes is divided
 * @param showcase pictures of a few dishes for the head of the page, for a brand without one; empty when too few
 */
public record MenuView(
        OpenSign sign,
        String ready,
        String later,
        OrderType type,
        List<OrderType> types,
        String query,
        List<String> without,
        List<String> allergens,
        List<Section> sections,
        String header,
        List<String> showcase,
        boolean published,
        Parts parts) {

    public record Section(String id, String name, List<Card> cards) {}

    /**
     * The parts of a large menu.
     *
     * @param whole whether this page has all dishes, so that the browser can search it
     * @param found how many dishes match, on all pages
     * @param tabs the categories to choose from; empty when they are all on this page
     * @param previous the part before this one, or null; {@code next} the one after it
     */
    public record Parts(
            boolean whole,
            int found,
            List<Tab> tabs,
            int page,
            int pages,
            @Nullable Step previous,
            @Nullable Step next) {

        static Parts of(MenuPart part, OrderType type, String query, List<String> without, ShopPage page) {
            StringBuilder asked = new StringBuilder("?type=").append(type.name());
            if (!query.isEmpty()) asked.append("&q=").append(encoded(query));
            without.forEach(allergen -> asked.append("&without=").append(encoded(allergen)));
            List<Tab> tabs = part.categories().stream()
                    .map(c -> new Tab(
                            asked + "&category=" + encoded(c.id()),
                            c.id(),
                            c.name().in(page.language()),
                            c.id().equals(part.category())))
                    .toList();
            return new Parts(
                    part.whole(),
                    part.found(),
                    tabs,
                    part.page(),
                    part.pages(),
                    step(part.previous(), part, asked.toString(), page),
                    step(part.next(), part, asked.toString(), page));
        }

        private static @Nullable Step step(MenuPart.@Nullable Place to, MenuPart part, String asked, ShopPage page) {
            if (to == null) return null;
            String category = to.category().isEmpty() ? "" : "&category=" + encoded(to.category());
            String name = to.category().equals(part.category())
                    ? ""
                    : part.categories().stream()
                            .filter(c -> c.id().equals(to.category()))
                            .map(c -> c.name().in(page.language()))
                            .findFirst()
                            .orElse("");
            return new Step(asked + category + (to.page() > 1 ? "&page=" + to.page() : ""), name);
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** A category of a large menu, on a page of its own. */
    public record Tab(String address, String id, String name, boolean chosen) {}

    /** @param category name of another category, or empty within one */
    public record Step(String address, String category) {}

    public int found() {
        return parts.found();
    }

    public boolean filtered() {
        return !query.isEmpty() || !without.isEmpty();
    }
}
