package de.hypersoft.esolutions.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.portal.PortalRoute;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormGuardTest {

    @Test
    void of_a_strangers_form_little_is_read_before_its_token_and_of_a_users_as_much_as_the_largest_has() {
        List<PortalRoute.Route> forms = PortalRoute.all().stream()
                .filter(route -> route.method().equals("POST"))
                .toList();

        assertThat(forms)
                .filteredOn(FormGuardTest::isOpen)
                .hasSizeGreaterThan(5)
                .allSatisfy(route -> assertThat(FormGuard.mostOfForm(route.handler()))
                        .as(route.path())
                        .isEqualTo(16 * 1024));
        assertThat(forms)
                .filteredOn(route -> !isOpen(route))
                .hasSizeGreaterThan(50)
                .allSatisfy(route -> assertThat(FormGuard.mostOfForm(route.handler()))
                        .as(route.path())
                        .isEqualTo(256 * 1024));
    }

    private static boolean isOpen(PortalRoute.Route route) {
        return List.of(
                        "/sign-in",
                        "/sign-in/code",
                        "/sign-out",
                        "/setup/{token}",
                        "/password/{token}",
                        "/password-reset",
                        "/language",
                        "/api/test/clock")
                .contains(route.path());
    }
}
