package de.hypersoft.esolutions.shop.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.DepositKind;
import de.hypersoft.esolutions.catalog.LocalizedText;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.kernel.Money;
import de.hypersoft.esolutions.kernel.text.Formats;
import de.hypersoft.esolutions.shop.view.ShopPage;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in small letters beside the price of a packaged good (L19). */
class SmallPrintTest {

    @Test
    void L19_the_price_per_litre_is_of_what_must_be_paid() {
        assertThat(beside(4_50, false)).isEqualTo("0,5_l · 9,00_€/l · zzgl. 0,25_€ Pfand");
        assertThat(beside(5_00, true)).isEqualTo("0,5_l · ab 10,00_€/l · zzgl. 0,25_€ Pfand");
    }

    private static String beside(long least, boolean open) {
        Menu.Deposit deposit = new Menu.Deposit("can", Money.of(25, "EUR"), DepositKind.SINGLE_USE);
        Menu menu = new Menu(
                "test", Currency.getInstance("EUR"), List.of(), Map.of(), Map.of(), Map.of("can", deposit), Map.of());
        return Card.smallPrint(menu, lemonade(), new LeastPrice(Money.of(least, "EUR"), open), page())
                .replace('\u00a0', '_');
    }

    private static Menu.Article lemonade() {
        return new Menu.Article(
                "lemonade",
                "all",
                LocalizedText.NONE,
                LocalizedText.NONE,
                Money.of(3_00, "EUR"),
                Map.of(),
                0,
                "DRINK",
                List.of("syrup"),
                List.of(),
                List.of(),
                List.of(),
                "can",
                0,
                new Menu.Content(500, "ml"),
                1);
    }

    private static ShopPage page() {
        return new ShopPage(
                ShopPage.TEXTS.german(),
                Formats.GERMAN,
                null,
                null,
                "",
                "/",
                Optional.empty(),
                Instant.parse("2026-11-22T18:00:00Z"),
                false,
                "token",
                null,
                null);
    }
}
