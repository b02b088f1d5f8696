package de.hypersoft.esolutions.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.catalog.AllergenWords;
import de.hypersoft.esolutions.catalog.Menu;
import de.hypersoft.esolutions.catalog.MenuBuilder;
import de.hypersoft.esolutions.catalog.document.CatalogText;
import de.hypersoft.esolutions.sync.check.CatalogCheck;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo is loaded through the real wire, so nothing of it may be refused. */
class DemoCatalogTest {

    @ParameterizedTest
    @ValueSource(strings = {"linde-mitte", "linde-nord", "linde-wien"})
    void nothing_of_the_demo_catalogue_is_refused(String location) throws IOException {
        Path file = Path.of("..", "demo", "catalog-" + location + ".json");
        try (Reader json = Files.newBufferedReader(file)) {
            CatalogText.Result read = CatalogText.read(json);
            CatalogCheck.Result checked = CatalogCheck.check(
                    read.document(),
                    Currency.getInstance("EUR"),
                    LocalDate.of(2026, 11, 22),
                    new AllergenWords("", Map.of()));

            assertThat(read.findings()).isEmpty();
            assertThat(checked.refused()).isEmpty();
            Menu menu = MenuBuilder.menu(checked.accepted());
            assertThat(menu.articles().values().stream().filter(Menu.Article::sellable))
                    .hasSizeBetween(40, 60);
        }
    }
}
