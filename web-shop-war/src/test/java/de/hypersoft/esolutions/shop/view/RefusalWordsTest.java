package de.hypersoft.esolutions.shop.view;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Conflict;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalWordsTest {

    private static final Menu NONE =
            new Menu("test", Currency.getInstance("EUR"), List.of(), Map.of(), Map.of(), Map.of(), Map.of());

    private final ShopPage page = OpenShop.page(Instant.parse("2026-11-28T18:00:00Z"));

    @Test
    void a_pause_says_until_when_as_far_as_that_is_known() {
        assertThat(words(Map.of("phone", "030 1", "until", "2026-11-28T18:30:00Z")))
                .contains("wieder ab", "19:30", "030 1")
                .doesNotContain("{", "2026-11-28T");
        assertThat(words(Map.of("phone", "030 1"))).contains("030 1").doesNotContain("wieder ab", "{");
    }

    private String words(Map<String, Object> facts) {
        return RefusalWords.of(page, NONE, new Conflict("ordering-paused", "not now", facts));
    }
}
