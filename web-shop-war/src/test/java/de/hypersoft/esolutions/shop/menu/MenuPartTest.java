package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MenuPartTest {

    @Test
    void a_usual_menu_is_one_page() {
        Menu menu = menu(MenuPart.ONE_PAGE);

        MenuPart part = part(menu, null, 1);

        assertThat(part.whole()).isTrue();
        assertThat(part.dishes()).hasSize(MenuPart.ONE_PAGE);
        assertThat(part.categories()).isEmpty();
    }

    @Test
    void a_menu_of_twenty_thousand_dishes_never_comes_at_once_and_every_dish_can_be_reached() {
        Menu menu = menu(20_000);
        MenuPart first = part(menu, null, 1);
        Set<String> reached = new HashSet<>();

        for (Menu.Category category : first.categories()) {
            int pages = part(menu, category.id(), 1).pages();
            for (int page = 1; page <= pages; page++) {
                MenuPart part = part(menu, category.id(), page);
                assertThat(part.dishes()).hasSizeLessThanOrEqualTo(MenuPart.PAGE);
                part.dishes().forEach(dish -> reached.add(dish.id()));
            }
        }

        assertThat(first.whole()).isFalse();
        assertThat(reached).hasSize(20_000);
    }

    @Test
    void what_was_found_comes_from_all_categories_and_a_page_that_is_not_there_is_the_last() {
        Menu menu = menu(20_000);
        List<Menu.Article> matching =
                menu.articles().values().stream().limit(450).toList();

        MenuPart part = MenuPart.of(menu, matching, true, "c3", 99);

        assertThat(part.found()).isEqualTo(450);
        assertThat(part.pages()).isEqualTo(5);
        assertThat(part.page()).isEqualTo(5);
        assertThat(part.previous()).isEqualTo(new MenuPart.Place("", 4));
        assertThat(part.next()).isNull();
        assertThat(part.dishes()).hasSize(50);
        assertThat(part.whole()).as("the browser must ask the server").isFalse();
    }

    @Test
    void from_the_first_part_each_leads_on_to_the_next_and_back_and_every_dish_comes_once() {
        for (int dishes : new int[] {2_000, 20_000}) {
            Menu menu = menu(dishes);
            List<String> reached = new ArrayList<>();
            MenuPart.Place before = null;
            MenuPart part = part(menu, null, 1);
            while (true) {
                part.dishes().forEach(dish -> reached.add(dish.id()));
                assertThat(part.previous()).isEqualTo(before);
                if (part.next() == null) break;
                before = new MenuPart.Place(part.category(), part.page());
                part = part(menu, part.next().category(), part.next().page());
            }
            assertThat(reached).hasSize(dishes).doesNotHaveDuplicates();
        }
    }

    @Test
    void from_a_dish_one_comes_back_to_the_part_that_has_it() {
        Menu large = menu(2_000);
        MenuPart part = part(large, "c3", 3);

        assertThat(MenuPart.asked(large, part.dishes().get(0))).isEqualTo("&category=c3&page=3");
        assertThat(MenuPart.asked(large, part(large, "c3", 1).dishes().get(99))).isEqualTo("&category=c3");
        Menu usual = menu(20);
        assertThat(MenuPart.asked(usual, part(usual, null, 1).dishes().get(7))).isEmpty();
    }

    private static MenuPart part(Menu menu, @Nullable String category, int page) {
        return MenuPart.of(menu, List.copyOf(menu.articles().values()), false, category, page);
    }

    private static Menu menu(int dishes) {
        String categories = IntStream.range(0, 5)
                .mapToObj(i -> "{\"id\":\"c" + i + "\",\"name\":{\"de\":\"Folge " + i + "\"},\"sort\":" + i + "}")
                .collect(Collectors.joining(","));
        String articles = IntStream.range(0, dishes)
                .mapToObj(i -> "{\"id\":\"a" + i + "\",\"category\":\"c" + i % 5 + "\",\"name\":{\"de\":\"Gericht " + i
                        + "\"},\"price\":\"9.90\",\"vatClass\":\"FOOD\"}")
                .collect(Collectors.joining(","));
        return MenuBuilder.menu(CatalogText.stored("{\"version\":\"v1\",\"currency\":\"EUR\",\"categories\":["
                + categories + "],\"articles\":[" + articles + "]}"));
    }
}
