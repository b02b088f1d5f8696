package de.hypersoft.esolutions.sync.menufile;

import static de.hypersoft.esolutions.sync.menufile.Files.article;
import static de.hypersoft.esolutions.sync.menufile.Files.checked;
import static de.hypersoft.esolutions.sync.menufile.Files.group;
import static de.hypersoft.esolutions.sync.menufile.Files.json;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Catalogues;
import de.hypersoft.esolutions.catalog.document.CatalogDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Menus of other platforms: what the format says and a menu here can hold is here, the rest is named. */
class ForeignMenusTest {

    private static final String UBER = """
            {"menus":[{"id":"lunch","title":{"translations":{"en":"Lunch"}},"category_ids":["pasta"],
               "service_availability":[{"day_of_week":"monday","time_periods":[{"start_time":"11:30","end_time":"14:30"}]}]},
              {"id":"all","title":{"translations":{"en":"All"}},"category_ids":["drinks"],"service_availability":[]}],
             "categories":[
              {"id":"pasta","title":{"translations":{"en_us":"Pasta","de":"Nudeln"}},"entities":[{"id":"p1","type":"ITEM"}]},
              {"id":"drinks","title":{"translations":{"de":"Getränke"}},"entities":[{"id":"beer","type":"ITEM"},{"id":"gone","type":"ITEM"}]}],
             "items":[
              {"id":"p1","title":{"translations":{"de":"Penne","en_us":"Penne"}},"description":{"translations":{"de":"al dente"}},
               "image_url":"http://127.0.0.1:1/p.jpg","price_info":{"price":1150,"overrides":[]},
               "modifier_group_ids":{"ids":["sauce"]},"tax_info":{"vat_rate_percentage":7},
               "dish_info":{"classifications":{"dietary_label_info":{"labels":["VEGAN"]}}},
               "nutritional_info":{"calories":{"lower_range":500}}},
              {"id":"beer","title":{"translations":{"de":"Bier"}},"price_info":{"price":450,"container_deposit":8},
               "dish_info":{"classifications":{"alcoholic_items":1}}},
              {"id":"red","title":{"translations":{"de":"rot"}},
               "price_info":{"price":200,"overrides":[{"context_type":"MODIFIER_GROUP","context_value":"sauce","price":150}]},
               "modifier_group_ids":{"ids":["extras"]},"quantity_info":{"quantity":{"max_permitted":1}}},
              {"id":"cheese","title":{"translations":{"de":"Käse"}},"price_info":{"price":100}}],
             "modifier_groups":[
              {"id":"sauce","title":{"translations":{"de":"Soße"}},"modifier_options":[{"id":"red","type":"ITEM"}],
               "quantity_info":{"quantity":{"min_permitted":1,"max_permitted":1}}},
              {"id":"extras","title":{"translations":{"de":"Extras"}},"modifier_options":[{"id":"cheese","type":"ITEM"}],
               "quantity_info":{"quantity":{"max_permitted":20,"charge_above":1}}}]}""";

    private static final String SQUARE = """
            {"objects":[
              {"type":"CATEGORY","id":"C1","category_data":{"name":"Burger"}},
              {"type":"TAX","id":"T1","tax_data":{"percentage":"7.0"}},
              {"type":"IMAGE","id":"I1","image_data":{"url":"http://127.0.0.1:1/b.jpg"}},
              {"type":"ITEM","id":"B1","item_data":{"name":"Burger","description":"mit Salat","categories":[{"id":"C1"}],"tax_ids":["T1"],
                "variations":[
                 {"type":"ITEM_VARIATION","id":"V1","item_variation_data":{"name":"klein","price_money":{"amount":890,"currency":"EUR"}}},
                 {"type":"ITEM_VARIATION","id":"V2","item_variation_data":{"name":"groß","price_money":{"amount":1190,"currency":"EUR"}}}],
                "modifier_list_info":[{"modifier_list_id":"M1","min_selected_modifiers":0,"max_selected_modifiers":2}],
                "sort_name":"zz"}},
              {"type":"ITEM","id":"B2","item_data":{"name":"Pommes",
                "variations":[{"type":"ITEM_VARIATION","id":"V3","item_variation_data":{"name":"","price_money":{"amount":350}}}],
                "modifier_list_info":[{"modifier_list_id":"M1","min_selected_modifiers":-1,"max_selected_modifiers":-1}]}},
              {"type":"ITEM","id":"B3","is_deleted":true,"item_data":{"name":"weg"}},
              {"type":"MODIFIER_LIST","id":"M1","modifier_list_data":{"name":"Soßen","selection_type":"MULTIPLE","modifiers":[
                 {"type":"MODIFIER","id":"S1","modifier_data":{"name":"Ketchup","price_money":{"amount":50}}},
                 {"type":"MODIFIER","id":"S2","modifier_data":{"name":"Mayo"}}]}}]}""";

    private static final String SCHEMA = """
            {"@context":"https://schema.org","@type":"Restaurant","name":"Krone","hasMenu":{"@type":"Menu","inLanguage":"en-GB",
              "hasMenuSection":[{"@type":"MenuSection","name":"Mains","description":"all with salad","hasMenuSection":[
                 {"@type":"MenuSection","name":"Grill","hasMenuItem":[
                   {"@type":"MenuItem","name":"Steak","description":"rare","suitableForDiet":"https://schema.org/GlutenFreeDiet",
                    "offers":[{"@type":"Offer","name":"200 g","price":"18.50"},{"@type":"Offer","name":"300 g","price":24.5}],
                    "menuAddOn":[{"@type":"MenuItem","name":"Pepper sauce","offers":{"price":"2.00"}}],
                    "nutrition":{"@type":"NutritionInformation","calories":"700"}}]}],
                "hasMenuItem":{"@type":"MenuItem","name":"Curry","offers":{"price":"12","priceCurrency":"EUR"},
                    "suitableForDiet":["https://schema.org/VeganDiet"]}}]}}""";

    @Test
    void uber_eats_dishes_options_prices_in_a_group_nesting_times_and_deposits_come_in() {
        ReadMenu read = json(UBER);

        assertThat(checked(read).refused()).isEmpty();
        CatalogDocument.Article penne = article(read, "p1");
        assertThat(penne.name()).containsOnly(Map.entry("de", "Penne"), Map.entry("en", "Penne"));
        assertThat(penne.price()).isEqualTo("11.50");
        assertThat(penne.vatClass()).isEqualTo("vat-7.00");
        assertThat(penne.marks()).containsExactly("VEGAN");
        assertThat(penne.windows()).containsExactly(new CatalogDocument.Window(List.of("MONDAY"), "11:30", "14:30"));
        assertThat(read.document().categories())
                .extracting(category -> category.name().get("de"))
                .containsExactly("Nudeln", "Getränke");
        CatalogDocument.Article beer = article(read, "beer");
        assertThat(beer.windows()).isEmpty();
        assertThat(beer.marks()).containsExactly("ALCOHOL");
        assertThat(beer.vatClass()).isEqualTo("vat-19.00");
        assertThat(beer.deposit()).isEqualTo("deposit-0.08");
        CatalogDocument.Option red = group(read, "sauce").options().get(0);
        assertThat(red.price()).as("in this group").isEqualTo("1.50");
        assertThat(red.optionGroups()).containsExactly("extras");
        assertThat(red.max()).isEqualTo(1);
        assertThat(group(read, "extras").max()).as("any number of one option").isEqualTo(20);
    }

    @Test
    void what_of_uber_eats_no_menu_here_holds_is_named() {
        assertThat(json(UBER).leftOut())
                .containsOnlyKeys(
                        "items.image_url",
                        "items.nutritional_info.calories",
                        "modifier_groups.quantity_info.quantity.charge_above");
    }

    @Test
    void square_variations_are_a_choice_of_one_and_limits_of_a_list_are_those_of_the_item() {
        ReadMenu read = json(SQUARE);

        assertThat(checked(read).refused()).isEmpty();
        assertThat(read.document().articles())
                .extracting(CatalogDocument.Article::id)
                .containsExactly("B1", "B2");
        CatalogDocument.Article burger = article(read, "B1");
        assertThat(burger.price()).isEqualTo("8.90");
        assertThat(burger.description()).containsValue("mit Salat");
        assertThat(burger.optionGroups()).containsExactly("variations-B1", "M1-0-2");
        assertThat(group(read, "variations-B1").options())
                .extracting(CatalogDocument.Option::price)
                .containsExactly("0.00", "3.00");
        assertThat(group(read, "M1-0-2").options().get(0).price()).isEqualTo("0.50");
        assertThat(article(read, "B2").price()).isEqualTo("3.50");
        assertThat(article(read, "B2").optionGroups()).containsExactly("M1-0-2");
        assertThat(read.leftOut()).containsOnly(Map.entry("PICTURE", 1), Map.entry("objects.item_data.sort_name", 1));
    }

    @Test
    void sections_offers_and_add_ons_of_schema_org_come_in() {
        ReadMenu read = json(SCHEMA);

        assertThat(checked(read).refused()).isEmpty();
        CatalogDocument.Article steak = article(read, "steak");
        assertThat(steak.name()).containsExactly(Map.entry("en", "Steak"));
        assertThat(steak.price()).isEqualTo("18.50");
        assertThat(steak.optionGroups()).containsExactly("offers-steak", "extras-steak");
        assertThat(group(read, "offers-steak").options())
                .extracting(CatalogDocument.Option::price)
                .containsExactly("0.00", "6.00");
        assertThat(group(read, "extras-steak").options().get(0).price()).isEqualTo("2.00");
        assertThat(article(read, "curry").marks()).containsExactly("VEGAN");
        assertThat(read.document().categories())
                .extracting(category -> category.name().get("en"))
                .containsExactly("Mains", "Grill");
        assertThat(read.leftOut())
                .containsOnlyKeys(
                        "hasMenu.hasMenuSection.description",
                        "hasMenu.hasMenuSection.hasMenuSection.hasMenuItem.nutrition");
    }

    @Test
    void the_master_data_of_a_till_come_in_under_a_version_of_their_own() {
        ReadMenu read = json(Catalogues.json("till", Catalogues.article("101", "")));

        assertThat(read.document().version()).isEqualTo("v1");
        assertThat(read.document().articles()).hasSize(1);
    }
}
