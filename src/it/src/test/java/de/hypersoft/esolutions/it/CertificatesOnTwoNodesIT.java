package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.CertificateRows;
import de.hypersoft.esolutions.tls.Fingerprint;
import de.hypersoft.esolutions.tls.KeyEncryptionKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL, with a wildcard of the platform's own; certificates come as from a third one. */
class CertificatesOnTwoNodesIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static Path folder;
    private static EmbeddedPostgres postgres;
    private static Connection database;
    private static CertificateRows rows;
    private static Server one;
    private static Server other;
    private static Path wildcard;
    private static UUID tenant;

    @BeforeAll
    static void start(@TempDir Path shared) throws Exception {
        folder = shared;
        Path keys = Files.writeString(folder.resolve("keys"), KeyEncryptionKeys.newLine() + "\n");
        wildcard = Files.copy(Issued.rsa(folder, "*.myhypersoftapp.de").file(), folder.resolve("wildcard.pem"));
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
        Map<String, String> environment = new HashMap<>(Map.of(
                "DB_DRIVER", "postgresql",
                "DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "DB_USER", "postgres",
                "DB_PASSWORD", "postgres",
                "ESOLUTIONS_KEY_FILE", keys.toString(),
                "ESOLUTIONS_TLS_FILE", wildcard.toString(),
                "NODE_NAME", "one"));
        one = Server.started(
                "one",
                30,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        environment.put("NODE_NAME", "other");
        other = Server.started("other", 40, environment);
        database = postgres.getPostgresDatabase().getConnection();
        rows = new CertificateRows(database, keys);
        tenant = tenant();
    }

    @AfterAll
    static void end() throws Exception {
        if (other != null) other.close();
        if (one != null) one.close();
        if (database != null) database.close();
        if (postgres != null) postgres.close();
    }

    @Test
    void a_certificate_is_served_by_both_nodes_within_five_seconds_and_its_renewal_of_another_kind_too()
            throws Exception {
        String host = "shop.gasthaus-linde.de";
        for (Issued next : new Issued[] {Issued.ec(folder, host), Issued.rsa(folder, host), Issued.ec(folder, host)}) {
            rows.active(tenant, host, next.key(), next.chain());

            awaitShown(one, host, next.sha256());
            awaitShown(other, host, next.sha256());
        }
        assertThat(OpenSsl.on(one.port(8443)).shakes("-servername", "other.gasthaus-linde.de"))
                .contains("SSL alert number 112");
        rows.released(host);

        awaitShown(one, host, "alert");
        awaitShown(other, host, "alert");
    }

    @Test
    void the_exact_name_goes_before_the_wildcard_and_both_before_the_platforms_own() throws Exception {
        Issued star = Issued.ec(folder, "*.baeck.de");
        Issued exact = Issued.ec(folder, "a.baeck.de");
        rows.active(tenant, "*.baeck.de", star.key(), star.chain());
        rows.active(tenant, "a.baeck.de", exact.key(), exact.chain());

        awaitShown(one, "a.baeck.de", exact.sha256());
        awaitShown(one, "B.baeck.de", star.sha256());
        assertThat(shown(one, "x.b.baeck.de")).isEqualTo("alert");
        assertThat(shown(one, "linde.myhypersoftapp.de")).isNotIn("alert", star.sha256(), exact.sha256());
    }

    @Test
    void open_connections_outlive_a_swap_and_a_session_does_not(@TempDir Path sessions) throws Exception {
        String host = "shop.swap.de";
        Issued old = Issued.ec(folder, host);
        rows.active(tenant, host, old.key(), old.chain());
        awaitShown(one, host, old.sha256());
        for (String version : new String[] {"-tls1_2", "-tls1_3"}) {
            String session = sessions.resolve("session" + version).toString();
            OpenSsl client = OpenSsl.on(one.port(8443));
            try (TlsLine kept = TlsLine.to(one.port(8443), host)) {
                assertThat(kept.head(host, "/static/shop.css")).startsWith("HTTP/1.1");
                assertThat(client.asks(host, version, "-sess_out", session)).contains("New, TLSv1");
                assertThat(client.asks(host, version, "-sess_in", session)).contains("Reused, TLSv1");
                Issued renewed = Issued.ec(folder, host);
                rows.active(tenant, host, renewed.key(), renewed.chain());
                awaitShown(one, host, renewed.sha256());

                assertThat(kept.head(host, "/static/shop.css")).startsWith("HTTP/1.1");
                assertThat(client.asks(host, version, "-sess_in", session))
                        .contains("New, TLSv1")
                        .doesNotContain("Reused");
            }
        }
    }

    @Test
    void what_a_dead_node_had_begun_is_proven_by_another() throws Exception {
        String host = "shop.begun.de";
        Issued begun = Issued.ec(folder, host);
        register(host);
        rows.proving(tenant, host, begun.key(), begun.chain());
        assertThat(shown(one, host)).isEqualTo("alert");

        within(
                Duration.ofSeconds(25),
                "both nodes serve " + host,
                () -> shown(one, host) + shown(other, host),
                both -> both.equals(begun.sha256() + begun.sha256()));
        assertThat(stateOf(begun)).isEqualTo("ACTIVE");
    }

    @Test
    void after_a_restart_the_first_handshake_that_is_answered_has_the_certificate() throws Exception {
        String host = "shop.restart.de";
        Issued certificate = Issued.rsa(folder, host);
        rows.active(tenant, host, certificate.key(), certificate.chain());
        awaitShown(other, host, certificate.sha256());
        within(SOON, "the snapshot of " + host, this::snapshotTime, time -> time > 0);
        other.stop();
        CompletableFuture<Void> starting = CompletableFuture.runAsync(other::start);
        String first =
                within(Duration.ofMinutes(2), "an answer", () -> shown(other, host), seen -> !seen.equals("closed"));
        starting.join();

        assertThat(first).isEqualTo(certificate.sha256());
        assertThat(other.log()).contains("read in").doesNotContain("PRIVATE KEY");
    }

    @Test
    void plain_http_is_sent_on_where_there_is_a_certificate_but_for_the_challenges_of_authorities() throws Exception {
        String host = "shop.redirect.de";
        Issued certificate = Issued.ec(folder, host);
        register(host);
        Http visitor = Http.on("http://127.0.0.1:" + one.port(8080));
        assertThat(visitor.get("/x?a=1&b=%C3%BC", "Host", host).statusCode()).isNotEqualTo(308);
        rows.active(tenant, host, certificate.key(), certificate.chain());
        awaitShown(one, host, certificate.sha256());

        HttpResponse<String> sent = visitor.get("/x?a=1&b=%C3%BC", "Host", host);
        assertThat(sent.statusCode()).isEqualTo(308);
        assertThat(sent.headers().firstValue("Location")).contains("https://" + host + "/x?a=1&b=%C3%BC");
        assertThat(visitor.get("/portal/sign-in", "Host", "hosting.myhypersoftapp.de")
                        .statusCode())
                .isEqualTo(308);
        assertThat(visitor.get("/.well-known/acme-challenge/x", "Host", host).statusCode())
                .isNotEqualTo(308);
        assertThat(visitor.get("/", "Host", "localhost").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/", "Host", "shop.nobody.de").statusCode()).isEqualTo(404);
        try (TlsLine line = TlsLine.to(one.port(8443), host)) {
            assertThat(line.head(host, "/")).contains("Strict-Transport-Security: max-age=0");
        }
    }

    @Test
    void a_renewed_wildcard_is_taken_without_a_restart_and_rsa_has_the_same_suites() throws Exception {
        OpenSsl client = OpenSsl.on(one.port(8443));
        String host = "linde.myhypersoftapp.de";
        for (String suite : new String[] {"AES128-GCM-SHA256", "AES256-GCM-SHA384", "CHACHA20-POLY1305"}) {
            assertThat(client.shakes("-tls1_2", "-cipher", "ECDHE-RSA-" + suite, "-servername", host))
                    .contains("Cipher is ECDHE-RSA-" + suite);
        }
        String others = Stream.of(OpenSsl.run("", "ciphers", "-s", "-tls1_2", "ALL:COMPLEMENTOFALL:@SECLEVEL=0")
                        .strip()
                        .split(":"))
                .filter(suite -> !suite.matches("ECDHE-RSA-(AES.*GCM.*|CHACHA20.*)"))
                .reduce("@SECLEVEL=0", (all, suite) -> all + ":" + suite);
        assertThat(client.shakes("-tls1_2", "-cipher", others, "-servername", host))
                .contains("Cipher is (NONE)");
        Issued renewed = Issued.rsa(folder, "*.myhypersoftapp.de");
        Files.copy(renewed.file(), wildcard, StandardCopyOption.REPLACE_EXISTING);

        awaitShown(one, host, renewed.sha256());
        awaitShown(other, host, renewed.sha256());
    }

    private static void awaitShown(Server server, String host, String sha256) {
        within(SOON, host + " shows " + sha256, () -> shown(server, host), sha256::equals);
    }

    /** The leaf's fingerprint; or that the handshake was refused, or that nobody listens. */
    private static String shown(Server server, String host) {
        try (TlsLine line = TlsLine.to(server.port(8443), host)) {
            return Fingerprint.of(line.shown());
        } catch (SSLException e) {
            return String.valueOf(e.getMessage()).contains("unrecognized_name") ? "alert" : e.toString();
        } catch (IOException e) {
            return "closed";
        }
    }

    private long snapshotTime() {
        try {
            return Files.getLastModifiedTime(other.data().resolve("certificates.snapshot"))
                    .toMillis();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static UUID tenant() throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("select id from tenancy.tenant")) {
            assertThat(found.next()).isTrue();
            return found.getObject(1, UUID.class);
        }
    }

    private static String stateOf(Issued certificate) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select state from certificates.certificate where sha256 = ?")) {
            statement.setString(1, certificate.sha256());
            try (var found = statement.executeQuery()) {
                assertThat(found.next()).isTrue();
                return found.getString(1);
            }
        }
    }

    private static void register(String host) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("insert into hostnames.shop_domain"
                + " (host, tenant_id, kind, created_at) values (?, ?, 'OWN', current_timestamp)")) {
            statement.setString(1, host);
            statement.setObject(2, tenant);
            statement.executeUpdate();
        }
    }
}
