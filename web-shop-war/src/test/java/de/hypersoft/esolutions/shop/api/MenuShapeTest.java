package de.hypersoft.esolutions.shop.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.availability.Availability;
import de.hypersoft.esolutions.catalog.availability.AvailabilityWindow;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MenuShapeTest {

    private static final Money NONE = Money.of(0, "EUR");
    private static final String LUNCH =
            "[{\"days\":[\"MONDAY\",\"WEDNESDAY\",\"FRIDAY\"],\"from\":\"11:00\",\"until\":\"14:30\"}]";
    private static final String NIGHT =
            "[{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\",\"FRIDAY\",\"SATURDAY\",\"SUNDAY\"],"
                    + "\"from\":\"22:00\",\"until\":\"02:00\"}]";

    private final Menu.Article soup =
            article("soup", window(Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), 11, 0, 14, 30));
    private final Menu.Article sausage = article("sausage", window(Set.of(), 22, 0, 2, 0));
    private final Menu menu = new Menu(
            "test",
            Currency.getInstance("EUR"),
            List.of(),
            Map.of("soup", soup, "sausage", sausage, "box", article("box")),
            Map.of(
                    "sides",
                    new Menu.OptionGroup(
                            "sides",
                            LocalizedText.NONE,
                            0,
                            1,
                            List.of(
                                    new Menu.Option("soup", LocalizedText.NONE, NONE, "soup", List.of(), List.of()),
                                    new Menu.Option("bread", LocalizedText.NONE, NONE, null, List.of(), List.of())))),
            Map.of(),
            Map.of());

    @Test
    void says_of_a_dish_and_of_what_stands_for_one_on_which_days_and_when_it_is_served() {
        JsonObject shown = json(MenuShape.of(menu, Availability.ALL));

        assertThat(windows(shown, "articles", "soup")).isEqualTo(LUNCH);
        assertThat(windows(shown, "articles", "sausage")).isEqualTo(NIGHT);
        assertThat(windows(shown, "articles", "box")).as("always").isEqualTo("[]");
        JsonObject sides = shown.getJsonArray("optionGroups").getJsonObject(0);
        assertThat(windows(sides, "options", "soup")).isEqualTo(LUNCH);
        assertThat(windows(sides, "options", "bread")).isEqualTo("[]");
        assertThat(windows(json(MenuShape.whole(menu, soup, Availability.ALL)))).isEqualTo(LUNCH);
    }

    private static String windows(JsonObject of, String list, String id) {
        return of.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("id").equals(id))
                .map(MenuShapeTest::windows)
                .findFirst()
                .orElseThrow();
    }

    private static String windows(JsonObject one) {
        return one.getJsonArray("windows").getValuesAs(JsonObject.class).stream()
                .map(w -> "{\"days\":" + w.get("days") + ",\"from\":" + w.get("from") + ",\"until\":" + w.get("until")
                        + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static JsonObject json(Map<String, Object> shape) {
        return JsonProvider.provider()
                .createReader(new StringReader(Json.write(shape)))
                .readObject();
    }

    private static AvailabilityWindow window(Set<DayOfWeek> days, int from, int minute, int until, int last) {
        return new AvailabilityWindow(days, LocalTime.of(from, minute), LocalTime.of(until, last));
    }

    private static Menu.Article article(String id, AvailabilityWindow... windows) {
        return new Menu.Article(
                id,
                "all",
                LocalizedText.NONE,
                LocalizedText.NONE,
                Money.of(10_00, "EUR"),
                Map.of(),
                0,
                "FOOD",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                null,
                1,
                true,
                List.of(windows),
                List.of());
    }
}
