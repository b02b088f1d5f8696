package de.hypersoft.esolutions.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.pos.MaxBody;
import de.hypersoft.esolutions.portal.pos.catalog.CatalogResource;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class PortalHttpsFilterTest {

    private final PortalHttpsFilter entrance = new PortalHttpsFilter();

    /** The server would cut the connection below the endpoint's own limit, and the till would see an error of ours. */
    @Test
    void the_largest_catalogue_that_is_taken_comes_through_the_door() {
        String path =
                "/portal/" + CatalogResource.class.getAnnotation(Path.class).value();
        int largest = CatalogResource.class.getAnnotation(MaxBody.class).value();

        assertThat(entrance.mostOf(path)).isGreaterThan(largest);
        assertThat(entrance.mostOf("/portal/sign-in")).isLessThan(largest);
    }
}
