package de.hypersoft.esolutions.sync.check;

import static de.hypersoft.esolutions.catalog.Catalogues.article;
import static de.hypersoft.esolutions.catalog.Catalogues.full;
import static de.hypersoft.esolutions.catalog.Catalogues.group;
import static de.hypersoft.esolutions.catalog.Catalogues.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.document.CatalogFinding;
import de.hypersoft.esolutions.sync.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;

class BelowZeroTest {

    @Test
    void a_dish_that_some_choice_makes_cheaper_than_nothing_is_named() {
        String off = option("off", "\"price\":\"-6.00\"");
        Checked answer = Checked.of(full(
                "v1",
                List.of(
                        group("once", 0, 1, off),
                        group("twice", 0, 2, off),
                        group("forced", 2, 2, option("least", "\"price\":\"-5.00\""), option("most", "")),
                        group("deep", 0, 1, option("box", "\"price\":\"0.00\",\"optionGroups\":[\"twice\"]"))),
                List.of(
                        article("fine", "\"optionGroups\":[\"once\"]"),
                        article("free", "\"optionGroups\":[\"twice\"]"),
                        article("must", "\"optionGroups\":[\"forced\"]"),
                        article("nested", "\"optionGroups\":[\"deep\"]"),
                        article("reduced", "\"discountPercent\":\"50\",\"optionGroups\":[\"once\"]"))));

        assertThat(answer.refused()).isEmpty();
        assertThat(BelowZero.of(MenuBuilder.menu(answer.accepted())))
                .extracting(CatalogFinding::id, CatalogFinding::code)
                .containsExactly(
                        tuple("free", BelowZero.CODE),
                        tuple("must", BelowZero.CODE),
                        tuple("nested", BelowZero.CODE),
                        tuple("reduced", BelowZero.CODE));
    }
}
