package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.CertificateRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two nodes serve; the certificates come as from a third here. Tests of {@link TwoNodesIT}, on its servers. */
abstract class CertificatesOnTwoNodesIT {

    static TwoNodes nodes;
    static Server here;
    static Server there;
    private static Path folder;
    private static CertificateRows rows;
    private static UUID tenant;

    @BeforeAll
    static void start(@TempDir Path shared) throws Exception {
        folder = shared;
        nodes = TwoNodes.started(shared);
        rows = nodes.rows();
        tenant = nodes.tenant();
        here = nodes.here();
        there = nodes.there();
    }

    @AfterAll
    static void end() throws Exception {
        if (nodes != null) nodes.close();
    }

    @Test
    void a_certificate_is_served_by_both_nodes_within_five_seconds_and_its_renewal_of_another_kind_too()
            throws Exception {
        String host = "shop.gasthaus-linde.de";
        for (Issued next : new Issued[] {Issued.ec(folder, host), Issued.rsa(folder, host), Issued.ec(folder, host)}) {
            rows.active(tenant, host, next.key(), next.chain());

            TwoNodes.awaitShown(here, host, next.sha256());
            TwoNodes.awaitShown(there, host, next.sha256());
        }
        assertThat(OpenSsl.on(here.port(8443)).shakes("-servername", "other.gasthaus-linde.de"))
                .contains("SSL alert number 112");
        for (Server node : new Server[] {here, there})
            assertThat(node.visitor().get("/portal/api/metrics/domains").body())
                    .containsPattern(
                            "esolutions_certificate_expiry_seconds\\{host=\"shop.gasthaus-linde.de\"} 7[67]\\d{5}\n");
        rows.released(host);

        TwoNodes.awaitShown(here, host, "alert");
        TwoNodes.awaitShown(there, host, "alert");
    }

    @Test
    void an_end_that_comes_near_is_told_once_by_two_nodes() throws Exception {
        for (int wave = 1; wave <= 2; wave++) {
            for (int i = 0; i < 5; i++) {
                String host = "w" + wave + "-" + i + ".ending.de";
                Issued certificate = Issued.ec(folder, host);
                nodes.register(host);
                rows.active(tenant, host, certificate.key(), certificate.chain());
            }
            for (int i = 0; i < 5; i++) nodes.ends("w" + wave + "-" + i + ".ending.de");
            int all = wave * 5;
            within(
                    Duration.ofSeconds(20),
                    all + " warnings",
                    () -> MailServer.mailsTo(TwoNodes.HOSTING).size(),
                    count -> count >= all);
        }

        assertThat(MailServer.mailsTo(TwoNodes.HOSTING))
                .extracting(mail -> mail.subject())
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_exact_name_goes_before_the_wildcard_and_both_before_the_platforms_own() throws Exception {
        Issued star = Issued.ec(folder, "*.baeck.de");
        Issued exact = Issued.ec(folder, "a.baeck.de");
        rows.active(tenant, "*.baeck.de", star.key(), star.chain());
        rows.active(tenant, "a.baeck.de", exact.key(), exact.chain());

        TwoNodes.awaitShown(here, "a.baeck.de", exact.sha256());
        TwoNodes.awaitShown(here, "B.baeck.de", star.sha256());
        assertThat(TwoNodes.shown(here, "x.b.baeck.de")).isEqualTo("alert");
        assertThat(TwoNodes.shown(here, "linde.myhypersoftapp.de")).isNotIn("alert", star.sha256(), exact.sha256());
    }

    @Test
    void open_connections_outlive_a_swap_and_a_session_does_not(@TempDir Path sessions) throws Exception {
        String host = "shop.swap.de";
        Issued old = Issued.ec(folder, host);
        rows.active(tenant, host, old.key(), old.chain());
        TwoNodes.awaitShown(here, host, old.sha256());
        for (String version : new String[] {"-tls1_2", "-tls1_3"}) {
            String session = sessions.resolve("session" + version).toString();
            OpenSsl client = OpenSsl.on(here.port(8443));
            try (TlsLine kept = TlsLine.to(here.port(8443), host)) {
                assertThat(kept.head(host, "/static/shop.css")).startsWith("HTTP/1.1");
                assertThat(client.asks(host, version, "-sess_out", session)).contains("New, TLSv1");
                assertThat(client.asks(host, version, "-sess_in", session)).contains("Reused, TLSv1");
                Issued renewed = Issued.ec(folder, host);
                rows.active(tenant, host, renewed.key(), renewed.chain());
                TwoNodes.awaitShown(here, host, renewed.sha256());

                assertThat(kept.head(host, "/static/shop.css")).startsWith("HTTP/1.1");
                assertThat(client.asks(host, version, "-sess_in", session))
                        .contains("New, TLSv1")
                        .doesNotContain("Reused");
            }
        }
    }

    @Test
    void a_page_that_is_still_being_sent_outlives_swaps() throws Exception {
        String host = TwoNodes.PORTAL;
        Issued first = Issued.ec(folder, host);
        rows.active(tenant, host, first.key(), first.chain());
        TwoNodes.awaitShown(here, host, first.sha256());
        try (TlsLine line = TlsLine.to(here.port(8443), host);
                BufferedReader events = line.listen(host, "/portal/live", session())) {
            assertThat(nextEvent(events)).contains("hello");
            for (int i = 0; i < 3; i++) {
                Issued next = i % 2 == 0 ? Issued.rsa(folder, host) : Issued.ec(folder, host);
                rows.active(tenant, host, next.key(), next.chain());
                TwoNodes.awaitShown(here, host, next.sha256());
            }

            TwoNodesIT.ordered("Zuschauer");
            while (!nextEvent(events).matches("data: ?[A-Z_]+")) continue; // beats in between say nothing
        }
    }

    @Test
    void what_a_dead_node_had_begun_is_proven_by_another() throws Exception {
        String host = "shop.begun.de";
        Issued begun = Issued.ec(folder, host);
        nodes.register(host);
        rows.proving(tenant, host, begun.key(), begun.chain());
        assertThat(TwoNodes.shown(here, host)).isEqualTo("alert");

        within(
                Duration.ofSeconds(25),
                "both nodes serve " + host,
                () -> TwoNodes.shown(here, host) + TwoNodes.shown(there, host),
                both -> both.equals(begun.sha256() + begun.sha256()));
        assertThat(nodes.stateOf(begun)).isEqualTo("ACTIVE");
    }

    private static String head(String host) {
        try (TlsLine line = TlsLine.to(here.port(8443), host)) {
            return line.head(host, "/");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void plain_http_is_sent_on_where_there_is_a_certificate_but_for_the_challenges_of_authorities() throws Exception {
        String host = "shop.redirect.de";
        Issued certificate = Issued.ec(folder, host);
        nodes.register(host);
        Http visitor = Http.on("http://127.0.0.1:" + here.port(8080));
        assertThat(visitor.get("/x?a=1&b=%C3%BC", "Host", host).statusCode()).isNotEqualTo(308);
        rows.active(tenant, host, certificate.key(), certificate.chain());
        TwoNodes.awaitShown(here, host, certificate.sha256());

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
        Eventually.within(
                Duration.ofSeconds(20),
                "the node knowing " + host,
                () -> head(host),
                head -> head.contains("Strict-Transport-Security: max-age=0"));
        try (TlsLine line = TlsLine.to(here.port(8443), "hosting.myhypersoftapp.de")) {
            assertThat(line.head(host, "/")).startsWith("HTTP/1.1 421");
            assertThat(line.head("hosting.myhypersoftapp.de", "/portal/sign-in"))
                    .contains("Strict-Transport-Security: max-age=31536000");
        }
    }

    @Test
    void a_renewed_wildcard_is_taken_without_a_restart_and_rsa_has_the_same_suites() throws Exception {
        OpenSsl client = OpenSsl.on(here.port(8443));
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
        Files.copy(renewed.file(), nodes.wildcard(), StandardCopyOption.REPLACE_EXISTING);

        TwoNodes.awaitShown(here, host, renewed.sha256());
        TwoNodes.awaitShown(there, host, renewed.sha256());
    }

    /** The next line that carries something. */
    private static String nextEvent(BufferedReader events) throws IOException {
        while (true) {
            String line = events.readLine();
            if (line == null) throw new IOException("the page ended");
            if (line.startsWith("data:") || line.startsWith(":")) return line;
        }
    }

    /** The cookie of the demo's manager, for HTTPS. */
    private static String session() {
        Http manager = Http.on("http://localhost:" + here.port(8080));
        Matcher token = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]{20,})\"")
                .matcher(manager.get("/portal/sign-in").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> entered = manager.post(
                "/portal/sign-in",
                Map.of("login", "linde", "password", "demo-linde", "next", "/portal/", token.group(1), token.group(2)));
        return entered.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("portal_session="))
                .map(cookie -> "__Host-" + cookie.split(";")[0]) // as it is called by HTTPS
                .findFirst()
                .orElseThrow();
    }

    /** Is served by both, and lies in the copy on disk of one. */
    static Issued served(String host, Server keeps) throws Exception {
        Issued certificate = Issued.rsa(folder, host);
        Path snapshot = keeps.data().resolve("certificates.snapshot");
        FileTime before = Files.exists(snapshot) ? Files.getLastModifiedTime(snapshot) : FileTime.fromMillis(0);
        rows.active(tenant, host, certificate.key(), certificate.chain());
        TwoNodes.awaitShown(here, host, certificate.sha256());
        TwoNodes.awaitShown(there, host, certificate.sha256());
        within(TwoNodes.SOON, "the snapshot of " + host, () -> written(snapshot), time -> time.compareTo(before) > 0);
        return certificate;
    }

    private static FileTime written(Path snapshot) {
        try {
            return Files.getLastModifiedTime(snapshot);
        } catch (IOException notYet) {
            return FileTime.fromMillis(0);
        }
    }
}
