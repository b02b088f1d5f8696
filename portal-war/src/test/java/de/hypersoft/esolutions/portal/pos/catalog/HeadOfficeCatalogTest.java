package de.hypersoft.esolutions.portal.pos.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.Refused;
import de.hypersoft.esolutions.portal.pos.Calling;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class HeadOfficeCatalogTest {

    @Test
    @SuppressWarnings("NullAway") // the model is not asked
    void T23_the_head_office_sends_pictures_and_no_prices() {
        CatalogResource catalogs = new CatalogResource();
        catalogs.caller = Calling.till(true);

        assertThat(Refused.code(() -> catalogs.full(InputStream.nullInputStream(), 0)))
                .isEqualTo("location-only");
        assertThat(Refused.code(() -> catalogs.increment(InputStream.nullInputStream(), 0)))
                .isEqualTo("location-only");
    }
}
