package de.hypersoft.esolutions.portal.assets;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.Refused;
import org.junit.jupiter.api.Test;

class AssetResourceTest {

    @Test
    void what_does_not_ship_with_the_portal_is_not_there() {
        AssetResource assets = new AssetResource();

        for (String file : new String[] {"none.css", "web.xml", "portal.jte"})
            assertThat(Refused.code(() -> assets.file(file, null))).as(file).isEqualTo("not-found");
    }
}
