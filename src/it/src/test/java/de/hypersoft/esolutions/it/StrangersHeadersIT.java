package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where no proxy is named, headers about the client are somebody's own words. */
@SystemTest
class StrangersHeadersIT {

    @Test
    void nobody_is_believed_and_hosting_staff_read_of_the_proxy_that_is_not_named() {
        Http unknown = Http.visitor();

        assertThat(unknown.get("/portal/sign-in", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https")
                        .headers()
                        .allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("__Host-"));
        assertThat(unknown.get("/portal/api/metrics/orders").statusCode()).isEqualTo(200);
        assertThat(unknown.get("/portal/api/metrics/orders", "X-Forwarded-For", "203.0.113.7")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Asker.signedIn("hosting", "demo-hosting").get("/portal/").body())
                .contains("TRUSTED_PROXIES", "127.0.0.1");
        assertThat(Asker.signedIn("linde", "demo-linde").get("/portal/").body()).doesNotContain("TRUSTED_PROXIES");
    }
}
