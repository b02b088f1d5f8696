package de.hypersoft.esolutions.catalog.availability;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.document;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An order is judged by what was ordered alone, and no differently than by the whole menu. */
class NeededPortionsTest {

    private static final int ARTICLES = 12;
    private static final int GROUPS = 5;

    private final Random random = new Random(19);

    @Test
    void T19_of_random_orders_the_same_are_refused_as_by_a_look_over_the_whole_menu() {
        int refused = 0;
        int taken = 0;
        for (int i = 0; i < 2_000; i++) {
            Menu menu = menu();
            Map<String, Instant> blocks = some(2).stream().collect(Collectors.toMap(id -> id, id -> Instant.MAX));
            Map<String, Integer> counters =
                    some(3).stream().collect(Collectors.toMap(id -> id, id -> random.nextInt(5)));
            Map<String, Integer> ordered = order(menu);

            boolean whole = heldByWholeMenu(menu, blocks, counters, ordered);
            boolean alone = heldByOrder(new NeededPortions(menu, ordered), blocks, counters);

            assertThat(alone)
                    .as("%s of %s, blocked %s, counted %s", ordered, menu, blocks, counters)
                    .isEqualTo(whole);
            if (alone) taken++;
            else refused++;
        }
        assertThat(List.of(refused, taken)).allMatch(count -> count > 300);
    }

    @Test
    void what_is_in_a_recipe_twice_is_needed_twice_for_each_piece() {
        Menu menu = MenuBuilder.menu(document(full(
                "v1",
                List.of(),
                List.of(
                        article("egg", ""),
                        article("noodles", "\"components\":[\"egg\"]"),
                        article("carbonara", "\"components\":[\"noodles\",\"egg\"]")))));

        NeededPortions needed = new NeededPortions(menu, Map.of("carbonara", 3, "egg", 1));

        assertThat(needed.needed()).isEqualTo(Map.of("carbonara", 3, "noodles", 3, "egg", 7));
        assertThat(needed.buyer("noodles")).isEqualTo("carbonara");
        assertThat(needed.blockedBy(Set.of("noodles"))).contains("carbonara");
        assertThat(needed.blockedBy(Set.of("salt"))).isEmpty();
    }

    private static boolean heldByWholeMenu(
            Menu menu, Map<String, Instant> blocks, Map<String, Integer> counters, Map<String, Integer> ordered) {
        Availability availability = new Overlay(menu, blocks, counters).availability();
        if (ordered.keySet().stream().anyMatch(availability.blocked()::contains)) return false;
        return covers(counters, new NeededPortions(menu, ordered).needed());
    }

    private static boolean heldByOrder(
            NeededPortions portions, Map<String, Instant> blocks, Map<String, Integer> counters) {
        return portions.blockedBy(blocks.keySet()).isEmpty() && covers(counters, portions.needed());
    }

    private static boolean covers(Map<String, Integer> counters, Map<String, Integer> needed) {
        return needed.entrySet().stream()
                .allMatch(need -> counters.getOrDefault(need.getKey(), Integer.MAX_VALUE) >= need.getValue());
    }

    /** Each article is made of later ones, and groups ask later groups, so nothing contains itself. */
    private Menu menu() {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++)
            articles.add(article(
                    "a" + i,
                    "\"components\":" + later("a", i, ARTICLES, 2) + ",\"optionGroups\":"
                            + later("g", i * GROUPS / ARTICLES, GROUPS, 2)));
        List<String> groups = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            int from = g;
            String[] options = IntStream.range(0, 3)
                    .mapToObj(o -> option(
                            "o" + o,
                            (random.nextInt(4) == 0 ? "" : "\"articleId\":\"a" + random.nextInt(ARTICLES) + "\",")
                                    + "\"optionGroups\":" + later("g", from, GROUPS, 1)))
                    .toArray(String[]::new);
            groups.add(group("g" + g, random.nextInt(2), 2, options));
        }
        return MenuBuilder.menu(document(full("v1", groups, articles)));
    }

    private String later(String prefix, int after, int end, int most) {
        if (after + 1 >= end) return "[]";
        return IntStream.range(0, random.nextInt(most + 1))
                .map(i -> after + 1 + random.nextInt(end - after - 1))
                .distinct()
                .mapToObj(i -> "\"" + prefix + i + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Set<String> some(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> "a" + random.nextInt(ARTICLES))
                .collect(Collectors.toSet());
    }

    /** One or two dishes with everything that must be chosen, and now and then more. */
    private Map<String, Integer> order(Menu menu) {
        Map<String, Integer> ordered = new HashMap<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            String dish = "a" + random.nextInt(ARTICLES);
            ordered.merge(dish, 1, Integer::sum);
            choose(menu, menu.article(dish).orElseThrow().optionGroups(), ordered);
        }
        return ordered;
    }

    private void choose(Menu menu, List<String> asked, Map<String, Integer> ordered) {
        for (Menu.OptionGroup group : menu.groups(asked)) {
            int picks = Math.max(group.min(), random.nextInt(3));
            for (int i = 0; i < picks; i++) {
                Menu.Option picked =
                        group.options().get(random.nextInt(group.options().size()));
                if (picked.articleId() != null) ordered.merge(picked.articleId(), 1, Integer::sum);
                choose(menu, picked.optionGroups(), ordered);
            }
        }
    }
}
