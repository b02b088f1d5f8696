package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.List;

/**
 * The menu of one location for one order type.
 *
 * @param ready by when what is ordered now can be had, in words; empty when nothing can be had at once
 * @param later why nothing can be had at once, and whether one may order for later; empty when it can
 * @param query what was searched for, or empty
 * @param without allergens the guest wants to avoid
 * @param allergens all that occur on this menu
 * @param header where the brand's picture is, or empty
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
        boolean published) {

    public record Section(String id, String name, List<Card> cards) {}

    public int found() {
        return sections.stream().mapToInt(s -> s.cards().size()).sum();
    }

    public boolean filtered() {
        return !query.isEmpty() || !without.isEmpty();
    }
}
