package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.shop.location.OpenSign;
import de.hypersoft.esolutions.shop.view.OpenShop;
import de.hypersoft.esolutions.shop.view.ShopPage;
import de.hypersoft.esolutions.shop.view.ShopTemplates;
import de.hypersoft.esolutions.tenancy.OrderType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The largest menu that a location may have, as its pages are written: right, if nobody should scroll it. */
@Timeout(60)
class LargestMenuTest {

    private static final int DISHES = CatalogText.MAX_ARTICLES;
    private static final int MOST_BYTES = 60 * 1024;
    private static final Pattern DISH = Pattern.compile(" id=\"a-(d\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");
    private static final Pattern TAB = Pattern.compile("<li><a href=\"([^\"]+)\" data-category=");
    private static final ShopPage PAGE = OpenShop.page(Instant.parse("2026-12-01T18:00:00Z"));

    @Test
    void in_three_hundred_categories_every_dish_is_reached_once_by_following_links() throws IOException {
        Menu menu = menu(300);
        String first = page(menu, "?type=PICKUP");

        assertThat(packed(first)).isLessThan(MOST_BYTES);
        assertThat(TAB.matcher(first).results()).hasSize(300);
        assertThat(walked(menu, first)).hasSize(DISHES);
    }

    @Test
    void in_one_category_every_dish_is_reached_once_by_following_links() throws IOException {
        Menu menu = menu(1);
        String first = page(menu, "?type=PICKUP");

        assertThat(packed(first)).isLessThan(MOST_BYTES);
        assertThat(walked(menu, first)).hasSize(DISHES);
    }

    @Test
    void from_each_dish_one_comes_back_to_a_page_that_shows_it() {
        Menu menu = menu(300);

        for (int i = 0; i < DISHES; i += 997) {
            Menu.Article dish = Objects.requireNonNull(menu.articles().get("d" + i));
            assertThat(page(menu, "?type=PICKUP" + MenuPart.asked(menu, dish))).contains(" id=\"a-d" + i + "\"");
        }
    }

    /** What every page shows, from the first one on; each leads back to the one before, and none has too much. */
    private static Set<String> walked(Menu menu, String first) {
        Set<String> reached = new HashSet<>();
        String page = first;
        String here = "";
        while (true) {
            Matcher dishes = DISH.matcher(page);
            int before = reached.size();
            while (dishes.find())
                assertThat(reached.add(dishes.group(1))).as(dishes.group(1)).isTrue();
            assertThat(reached.size() - before).isBetween(1, MenuPart.PAGE);
            Matcher next = NEXT.matcher(page);
            if (!next.find()) return reached;
            String following = page(menu, address(next));
            Matcher back = PREVIOUS.matcher(following);
            assertThat(back.find()).isTrue();
            if (!here.isEmpty()) assertThat(address(back)).isEqualTo(here);
            here = address(next);
            page = following;
        }
    }

    private static String address(Matcher link) {
        return link.group(1).replace("&amp;", "&");
    }

    /** The menu's page for an address, as the shop writes it. */
    private static String page(Menu menu, String address) {
        Map<String, String> asked = Pattern.compile("[?&](\\w+)=([^&]*)")
                .matcher(address)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        MenuPart part = MenuPart.of(
                menu,
                List.copyOf(menu.articles().values()),
                false,
                asked.get("category"),
                Integer.parseInt(asked.getOrDefault("page", "1")));
        List<MenuView.Section> sections =
                MenuSections.of(menu, Availability.ALL, part, new PictureLinks.Links(Map.of()), OrderType.PICKUP, PAGE);
        MenuView view = new MenuView(
                new OpenSign(true, ""),
                "",
                "",
                OrderType.PICKUP,
                List.of(OrderType.PICKUP),
                "",
                List.of(),
                MenuSections.allergens(menu),
                sections,
                "",
                MenuSections.showcase(sections),
                true,
                MenuView.Parts.of(part, OrderType.PICKUP, "", List.of(), PAGE));
        return new String(ShopTemplates.html(ShopPage.view(MenuPage.class, PAGE, view)), StandardCharsets.UTF_8);
    }

    private static int packed(String page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    /** Each dish with words of its own, an allergen, and options that it shares with a hundred others. */
    private static Menu menu(int categories) {
        String all = IntStream.range(0, categories)
                .mapToObj(i -> "{\"id\":\"k" + i + "\",\"name\":{\"de\":\"Folge " + i + "\"},\"sort\":" + i + "}")
                .collect(Collectors.joining(","));
        String groups = IntStream.range(0, DISHES / 100)
                .mapToObj(i -> "{\"id\":\"g" + i + "\",\"name\":{\"de\":\"Dazu\"},\"min\":1,\"max\":1,\"options\":["
                        + "{\"id\":\"o1\",\"name\":{\"de\":\"Brot\"},\"price\":\"1.00\",\"allergens\":[\"WHEAT\"]},"
                        + "{\"id\":\"o2\",\"name\":{\"de\":\"Reis\"},\"price\":\"0.50\"}]}")
                .collect(Collectors.joining(","));
        String dishes = IntStream.range(0, DISHES)
                .mapToObj(i -> "{\"id\":\"d" + i + "\",\"category\":\"k" + i % categories
                        + "\",\"name\":{\"de\":\"Gericht "
                        + i + "\"},\"description\":{\"de\":\"mit " + Integer.toString(i * 7_919, 36) + " und "
                        + Integer.toString(i * 104_729, 36) + ", dazu Brot und ein kleiner Salat\"},\"price\":\""
                        + (5 + i % 30) + ".90\",\"vatClass\":\"FOOD\",\"sort\":" + i
                        + ",\"allergens\":[\"MILK\"],\"optionGroups\":[\"g" + i / 100 + "\"]}")
                .collect(Collectors.joining(","));
        return MenuBuilder.menu(CatalogText.stored("{\"version\":\"v1\",\"currency\":\"EUR\",\"categories\":[" + all
                + "],\"optionGroups\":[" + groups + "],\"articles\":[" + dishes + "]}"));
    }
}
