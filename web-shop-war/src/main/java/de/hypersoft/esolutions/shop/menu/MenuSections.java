package de.hypersoft.esolutions.shop.menu;

import de.hypersoft.esolutions.catalog.Choosable;
import de.hypersoft.esolutions.catalog.DishAllergens;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dishes of a part of a menu, by category and in words. Pure. */
final class MenuSections {

    private static final int SHOWN = 5;

    private MenuSections() {}

    static List<MenuView.Section> of(
            Menu menu,
            Availability availability,
            MenuPart part,
            PictureLinks.Links links,
            OrderType type,
            ShopPage page) {
        DishAllergens allergens = new DishAllergens(menu, new Choosable(menu, availability::left));
        Map<String, List<Card>> cards = part.dishes().stream()
                .collect(Collectors.groupingBy(
                        Menu.Article::category,
                        Collectors.mapping(
                                a -> Card.of(menu, a, availability, allergens.of(a), type, links.of(a.id()), page),
                                Collectors.toList())));
        return menu.categories().stream()
                .filter(c -> cards.containsKey(c.id()))
                .map(c -> new MenuView.Section(
                        c.id(), c.name().in(page.language()), cards.getOrDefault(c.id(), List.of())))
                .toList();
    }

    /** One dish of each of the first categories: what kind of kitchen this is, at a glance. */
    static List<String> showcase(List<MenuView.Section> sections) {
        List<String> pictures = sections.stream()
                .flatMap(section -> section.cards().stream()
                        .map(Card::picture)
                        .filter(picture -> !picture.isEmpty())
                        .limit(1))
                .limit(SHOWN)
                .toList();
        return pictures.size() == SHOWN ? pictures : List.of();
    }

    /** All that may be avoided on this menu, be it in a dish or in what is chosen with one. */
    static List<String> allergens(Menu menu) {
        return Stream.concat(
                        menu.articles().values().stream()
                                .filter(Menu.Article::sellable)
                                .flatMap(a -> a.declaredAllergens().stream()),
                        menu.optionGroups().values().stream()
                                .flatMap(group -> group.options().stream())
                                .flatMap(option -> menu.allergensOf(option).stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
