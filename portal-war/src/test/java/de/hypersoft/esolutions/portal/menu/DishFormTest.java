package de.hypersoft.esolutions.portal.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Article;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Content;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Option;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.OptionGroup;
import de.hypersoft.esolutions.catalog.document.CatalogDocument.Window;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is typed of a dish and of an option group, and what no form shows. */
class DishFormTest {

    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

    @Test
    void what_the_form_does_not_show_stays_as_it_was() {
        form.putSingle("name.de", "Pizza");
        form.putSingle("price", "9,90");
        form.put("marks", List.of("VEGAN", "made-up"));

        Article dish = DishForm.of(new Typed(form), "1", before());

        assertThat(dish.components()).containsExactly("900");
        assertThat(dish.discountPercent()).isEqualTo("10.00");
        assertThat(dish.sellable()).isTrue();
        assertThat(dish.sort()).isEqualTo(30);
        assertThat(dish.marks()).containsExactly("of-the-till", "VEGAN");
        assertThat(dish.prices())
                .as("the location delivers, and eats nothing in")
                .isEqualTo(Map.of("IN_HOUSE", "8.00"));
    }

    @Test
    void allergens_are_stated_once_something_is_ticked_or_nothing_is_to_be() {
        assertThat(DishForm.of(new Typed(form), "1", before()).allergens()).isNull();
        form.putSingle("stated", "yes");
        assertThat(DishForm.of(new Typed(form), "1", before()).allergens()).isEmpty();
        form.put("allergens", List.of("MILK"));
        assertThat(DishForm.of(new Typed(form), "1", before()).allergens()).containsExactly("MILK");
    }

    @Test
    void groups_keep_the_order_in_which_they_are_asked_and_new_ones_come_last() {
        form.put("optionGroups", List.of("a", "b", "size"));

        assertThat(DishForm.of(new Typed(form), "1", before()).optionGroups()).containsExactly("size", "a", "b");
    }

    @Test
    void prices_by_order_type_and_times_are_read_and_empty_ones_are_none() {
        form.putSingle("prices.DELIVERY", "11");
        form.putSingle("prices.IN_HOUSE", "");
        form.put("windows.1.days", List.of("MONDAY"));
        form.putSingle("windows.1.from", "11:30");
        form.putSingle("windows.1.until", "14:00");
        form.putSingle("content.amount", "330");
        form.putSingle("content.unit", "ml");

        Article dish = DishForm.of(new Typed(form), "1", before());

        assertThat(dish.prices()).isEqualTo(Map.of("DELIVERY", "11.00"));
        assertThat(dish.windows()).containsExactly(new Window(List.of("MONDAY"), "11:30", "14:00"));
        assertThat(dish.content()).isEqualTo(new Content(330, "ml"));
    }

    @Test
    void the_next_number_is_one_more_than_the_highest() {
        CatalogDocument menu = new CatalogDocument(
                "draft",
                null,
                "EUR",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                CatalogDocument.Removed.NOTHING);
        assertThat(DishForm.next(menu)).isEqualTo("101");
        assertThat(DishForm.copy(before(), "205").id()).isEqualTo("205");
        assertThat(DishForm.copy(before(), "205").components()).containsExactly("900");
    }

    @Test
    void options_keep_what_is_not_shown_and_new_ones_get_ids_of_their_own() {
        Option cola = new Option("o1", Map.of("de", "Cola"), "2.50", "501", List.of("MILK"), List.of("ice"), null);
        Option gone = new Option("o2", Map.of("de", "Wein"), "4.00", null, List.of(), List.of(), null);
        OptionGroup before = new OptionGroup("g1", Map.of("de", "Dazu"), 0, 1, List.of(cola, gone));
        form.putSingle("name.de", "Dazu");
        form.putSingle("max", "2");
        row(0, "o1", "Cola", "2,60");
        row(1, "o2", "Wein", "4,00");
        form.putSingle("options.1.gone", "yes");
        row(2, "", "Wasser", "");
        row(3, "", "", "");

        OptionGroup group = GroupForm.of(new Typed(form), before);

        assertThat(group.max()).isEqualTo(2);
        assertThat(group.options()).hasSize(2);
        assertThat(group.options().get(0))
                .isEqualTo(
                        new Option("o1", Map.of("de", "Cola"), "2.60", "501", List.of("MILK"), List.of("ice"), null));
        assertThat(group.options().get(1).name()).isEqualTo(Map.of("de", "Wasser"));
        assertThat(group.options().get(1).price()).isEqualTo("0.00");
        assertThat(group.options().get(1).id()).isNotIn("o1", "o2").matches("o[0-9a-f]{8}");
    }

    private void row(int i, String id, String name, String price) {
        form.putSingle("options." + i + ".id", id);
        form.putSingle("options." + i + ".name.de", name);
        form.putSingle("options." + i + ".price", price);
    }

    private static Article before() {
        return new Article(
                "1",
                "pizza",
                Map.of("de", "Pizza"),
                Map.of(),
                "9.90",
                Map.of("IN_HOUSE", "8.00"),
                "food",
                List.of("size"),
                List.of("900"),
                List.of("GLUTEN"),
                List.of(),
                null,
                0,
                null,
                30,
                "10.00",
                true,
                List.of(),
                List.of("of-the-till", "SPICY"));
    }
}
