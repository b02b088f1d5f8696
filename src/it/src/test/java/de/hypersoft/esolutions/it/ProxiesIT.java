package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A proxy that is named in the settings says whom a request is from; nobody else does, and nobody becomes this machine.
 * Tests of {@link MailBombIT}, on its server.
 */
abstract class ProxiesIT {

    private static final String METRICS = "/portal/api/metrics/orders";

    private static final int FURTHER = 70;

    static Server server;

    @BeforeAll
    static void a_restaurant_with_the_limits_as_they_are_shipped() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", String.valueOf(TestRun.smtpPort()));
        environment.put("TRUSTED_PROXIES", "127.0.0.1/32, 10.0.0.0/8");
        environment.put("PUBLIC_URL", "http://{host}:" + (8080 + TestRun.offset() + FURTHER));
        server = Server.started(
                "mail-bomb",
                FURTHER,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"),
                "esolutions.shop.orders-per-minute=0", // as from a thousand addresses
                "esolutions.shop.new-carts-per-minute=1",
                "esolutions.orders.limited=true");
        Restaurant.paired(server, "linde-mitte").close();
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @Test
    void what_only_this_machine_may_see_is_seen_by_no_guest_of_a_proxy_whatever_he_claims() {
        Http proxy = server.visitor();

        assertThat(proxy.get(METRICS).statusCode()).isEqualTo(200);
        for (String claimed : new String[] {"203.0.113.7", "127.0.0.1", "::1", "127.0.0.1, 203.0.113.7", "x", ""})
            assertThat(proxy.get(METRICS, "X-Forwarded-For", claimed).statusCode())
                    .as(claimed)
                    .isEqualTo(404);
    }

    @Test
    void by_a_trusted_proxy_that_speaks_https_to_guests_cookies_are_those_of_https() {
        Http proxy = server.visitor();
        String[] https = {"X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https"};

        assertThat(proxy.get("/portal/sign-in", https).headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-portal_form=") && cookie.contains("Secure"));
        assertThat(proxy.get("/portal/sign-in", "X-Forwarded-Proto", "https")
                        .headers()
                        .allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.startsWith("__Host-"));
    }

    @Test
    void the_host_is_the_one_that_the_guest_asked_for() {
        Http proxy = server.visitor();

        assertThat(proxy.get("/portal/sign-in", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Host", "portal.example")
                        .statusCode())
                .isEqualTo(404);
        assertThat(proxy.get("/portal/sign-in", "X-Forwarded-Host", "portal.example")
                        .statusCode())
                .isEqualTo(200);
    }
}
