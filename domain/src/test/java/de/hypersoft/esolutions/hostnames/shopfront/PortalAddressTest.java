package de.hypersoft.esolutions.hostnames.shopfront;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.hostnames.DomainSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortalAddressTest {

    @Test
    void links_lead_to_the_first_host_on_which_the_portal_answers_and_begin_as_the_shops_do() {
        assertThat(link("https://{host}", "portal.example", "localhost"))
                .isEqualTo("https://portal.example/portal/orders/7");
        assertThat(link("http://{host}:8080", "localhost", "portal.example"))
                .isEqualTo("http://localhost:8080/portal/orders/7");
        assertThat(link(" https://shop.example:8443 ", "portal.example"))
                .isEqualTo("https://portal.example:8443/portal/orders/7");
        assertThat(link("http://{host}:8080", "[::1]")).isEqualTo("http://[::1]:8080/portal/orders/7");
    }

    private static String link(String pattern, String... hosts) {
        DomainSettings settings = new DomainSettings(
                "vendor.example", Optional.empty(), Optional.empty(), Optional.of(List.of(hosts)), "always");
        String link = new PortalAddress(settings, pattern).link("/orders/7");
        assertThat(settings.portalAnswers(link.replaceFirst("https?://", "").replaceFirst("/.*", "")))
                .as("the portal answers at " + link)
                .isTrue();
        return link;
    }
}
