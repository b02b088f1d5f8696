package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server around the application: up, silent about itself, closed where nobody has business. */
@SystemTest
@Tag("smoke")
class ServerIT {

    private final Http visitor = Http.visitor();

    @Test
    void the_shipped_ear_is_deployed_and_ready() {
        HttpResponse<String> health = Eventually.eventually(
                "ready", () -> Http.management().get("/health/ready"), answer -> answer.statusCode() == 200);

        assertThat(Http.json(health).getString("status")).isEqualTo("UP");
        assertThat(health.body())
                .contains("\"database-clock\"", "\"skewMillis\"", "\"certificates\"")
                .contains("\"outbox\"", "\"waiting\"", "\"failed\"", "\"oldestSeconds\"");
    }

    @Test
    void an_unknown_path_answers_404_and_tells_nothing_about_the_server() {
        for (String path :
                new String[] {"/no-such-page", "/portal/no-such-page", "/wildfly-services/ejb", "/console"}) {
            HttpResponse<String> answer = visitor.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContainIgnoringCase("exception", "undertow", "wildfly", "\tat ");
            assertThat(answer.headers().firstValue("Server")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("X-Powered-By")).as(path).isEmpty();
        }
    }

    @Test
    void who_asks_a_fresh_installation_by_its_name_reads_which_setting_is_missing() {
        var page = Http.visitor().get("/portal/", "Host", "shops.hosting.example:8080");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<code>PORTAL_HOSTS=shops.hosting.example</code>");
        assertThat(Http.visitor()
                        .get("/portal/assets/portal.css", "Host", "shops.hosting.example")
                        .statusCode())
                .as("what that page looks like")
                .isEqualTo(200);
        assertThat(Http.visitor()
                        .get("/portal/assets/portal.css", "Host", "linde.localhost")
                        .statusCode())
                .isEqualTo(404);
        var till = Http.visitor().get("/portal/api/pos/v1/ping", "Host", "shops.hosting.example");
        assertThat(till.statusCode()).isEqualTo(404);
        assertThat(till.body()).contains("\"code\":\"portal-hosts-unset\"", "PORTAL_HOSTS");

        assertThat(Http.visitor().get("/portal/", "Host", "linde.localhost").body())
                .as("on a shop's host nothing is said of the portal")
                .doesNotContain("PORTAL_HOSTS");
        assertThat(Http.visitor().get("/", "Host", "shops.hosting.example").body())
                .doesNotContain("PORTAL_HOSTS");
    }
}
