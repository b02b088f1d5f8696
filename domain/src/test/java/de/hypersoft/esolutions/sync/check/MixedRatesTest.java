package de.hypersoft.esolutions.sync.check;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.sync.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixedRatesTest {

    @Test
    void T11_a_drink_at_nothing_in_a_menu_is_warned_of_and_one_with_its_own_price_is_not() {
        Checked answer = Checked.of(full(
                "v1",
                List.of(
                        group("free", 0, 1, option("cola", "\"price\":\"0.00\",\"articleId\":\"501\"")),
                        group("paid", 0, 1, option("cola", "\"price\":\"2.70\",\"articleId\":\"501\"")),
                        group("food", 0, 1, option("soup", "\"price\":\"0.00\",\"articleId\":\"soup\"")),
                        group("deep", 0, 1, option("box", "\"optionGroups\":[\"free\"]"))),
                List.of(
                        article("501", "\"vatClass\":\"DRINK\""),
                        article("soup", ""),
                        article("menu", "\"optionGroups\":[\"free\"]"),
                        article("nested", "\"optionGroups\":[\"deep\"]"),
                        article("honest", "\"optionGroups\":[\"paid\",\"food\"]"))));

        assertThat(answer.refused()).isEmpty();
        assertThat(MixedRates.of(answer.accepted()))
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(tuple("menu", MixedRates.CODE), tuple("nested", MixedRates.CODE));
    }
}
