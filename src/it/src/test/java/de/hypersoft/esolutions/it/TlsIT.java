package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped server says in a handshake, heard by OpenSSL and by Java. */
@SystemTest
class TlsIT {

    private final OpenSsl openssl = OpenSsl.shared();

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void an_unknown_host_is_refused_as_unrecognized_name_and_sees_no_certificate(String version) {
        String said = openssl.shakes(version, "-servername", "shop.nobody.example");

        assertThat(said).contains("SSL alert number 112").doesNotContain("BEGIN CERTIFICATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void without_a_name_the_default_certificate_is_shown(String version) {
        assertThat(openssl.shakes(version, "-noservername")).contains("CN = localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void a_session_is_resumed_under_its_own_name_only(String version, @TempDir Path folder) {
        String session = folder.resolve("session.pem").toString();
        assertThat(openssl.asks("a.localhost", version, "-sess_out", session)).contains("New, TLSv1");
        assertThat(Files.exists(folder.resolve("session.pem"))).isTrue();

        assertThat(openssl.asks("a.localhost", version, "-sess_in", session)).contains("Reused, TLSv1");
        assertThat(openssl.asks("b.localhost", version, "-sess_in", session))
                .contains("New, TLSv1")
                .doesNotContain("Reused");
    }

    @Test
    void the_list_of_suites_is_exactly_this_one() {
        assertThat(accepted("-tls1_2", "-cipher", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"))
                .containsExactlyInAnyOrder(
                        "ECDHE-ECDSA-AES128-GCM-SHA256",
                        "ECDHE-ECDSA-AES256-GCM-SHA384",
                        "ECDHE-ECDSA-CHACHA20-POLY1305");
        assertThat(accepted("-tls1_3", "-ciphersuites", ""))
                .containsExactlyInAnyOrder(
                        "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
    }

    @Test
    void only_tls_12_and_13_are_spoken_with_strong_groups() {
        for (String old : new String[] {"-tls1", "-tls1_1"}) {
            assertThat(openssl.shakes(old, "-cipher", "ALL:@SECLEVEL=0", "-servername", "localhost"))
                    .contains("alert protocol version");
        }
        for (String group : new String[] {"ffdhe2048", "ffdhe4096", "P-521"}) {
            assertThat(openssl.shakes("-tls1_3", "-groups", group, "-servername", "localhost"))
                    .as(group)
                    .contains(" alert ", "Cipher is (NONE)");
        }
        for (String group : new String[] {"X25519", "P-256", "P-384"}) {
            assertThat(openssl.shakes("-tls1_3", "-groups", group, "-servername", "localhost"))
                    .as(group)
                    .contains("New, TLSv1.3");
        }
    }

    @Test
    void a_client_cannot_renegotiate() {
        String said = openssl.client("R\n", "-tls1_2", "-servername", "localhost");

        assertThat(said).contains("RENEGOTIATING").containsAnyOf("handshake failure", "no renegotiation");
    }

    @Test
    void a_host_that_the_certificate_does_not_cover_is_misdirected() throws IOException {
        try (TlsLine line = TlsLine.toShared("a.localhost")) {
            assertThat(line.head("localhost", "/")).startsWith("HTTP/1.1 200");
            assertThat(line.head("shop.elsewhere.example", "/")).startsWith("HTTP/1.1 421");
            assertThat(line.head("shop.elsewhere.example", "/portal/sign-in")).startsWith("HTTP/1.1 421");
            assertThat(line.head("localhost:8843", "/portal/sign-in")).startsWith("HTTP/1.1 200");
        }
        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> TlsLine.toShared("shop.elsewhere.example"))
                .withMessageContaining("unrecognized_name");
    }

    @Test
    void a_kept_connection_outlives_pages_and_refusals_in_any_order() throws IOException {
        byte[] form = "a=b&".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
        try (TlsLine line = TlsLine.toShared("a.localhost")) {
            for (int round = 0; round < 3; round++) {
                for (String path :
                        new String[] {"/", "/portal/sign-in", "/linde-mitte", "/nothing", "/portal/nothing"}) {
                    assertThat(line.head("localhost", path)).as(path).startsWith("HTTP/1.1 ");
                    assertThat(line.get("localhost", path)).as(path).startsWith("HTTP/1.1 ");
                    assertThat(line.head("shop.elsewhere.example", path))
                            .as("after " + path)
                            .startsWith("HTTP/1.1 421");
                }
                assertThat(line.post("shop.elsewhere.example", "/portal/sign-in", form))
                        .startsWith("HTTP/1.1 421");
            }
            assertThat(line.head("localhost", "/")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_foreign_host_over_http_2_is_misdirected_and_the_others_of_its_certificate_share_the_connection()
            throws IOException {
        try (H2Line line = H2Line.toShared("a.localhost")) {
            for (int round = 0; round < 3; round++) {
                assertThat(line.get("localhost", "/")).isEqualTo(200);
                assertThat(line.get("shop.elsewhere.example", "/")).isEqualTo(421);
                assertThat(line.get("localhost:8843", "/portal/sign-in")).isEqualTo(200);
                assertThat(line.get("shop.elsewhere.example", "/portal/sign-in"))
                        .isEqualTo(421);
                assertThat(line.get("linde.myhypersoftapp.de", "/portal/sign-in"))
                        .as("covered, and no host of the portal")
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void pages_come_by_http_2_and_promise_nothing_for_a_self_made_certificate() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(TlsLine.trusting())
                .build();
        URI page = URI.create("https://localhost:" + (8443 + TestRun.offset()) + "/");
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    /** Each suite OpenSSL has, offered alone. */
    private Set<String> accepted(String version, String option, String all) {
        Set<String> accepted = new TreeSet<>();
        String listed = all.isEmpty()
                ? OpenSsl.run("", "ciphers", "-s", version)
                : OpenSsl.run("", "ciphers", "-s", version, all);
        for (String suite : Arrays.asList(listed.strip().split(":"))) {
            String offer = all.isEmpty() ? suite : suite + ":@SECLEVEL=0";
            if (openssl.shakes(version, option, offer, "-servername", "localhost")
                    .contains("Cipher is " + suite)) accepted.add(suite);
        }
        return accepted;
    }
}
