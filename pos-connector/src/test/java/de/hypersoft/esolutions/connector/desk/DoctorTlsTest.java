package de.hypersoft.esolutions.connector.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import de.hypersoft.esolutions.connector.Main;
import de.hypersoft.esolutions.connector.portal.Portal;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The doctor against TLS servers as they really go wrong; the machine trusts one issuer, made for this test. */
@Timeout(120)
class DoctorTlsTest {

    private static final String SECRET = "changeit";

    private static Path keys = Path.of("");

    @BeforeAll
    static void an_issuer_and_its_certificates(@TempDir Path folder) throws Exception {
        keys = folder;
        make("issuer", "CN=Test Issuer", "-ext", "bc:c=ca:true");
        make("good", "CN=localhost", "-ext", "san=dns:localhost", "-signer", "issuer");
        make(
                "expired",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-signer",
                "issuer",
                "-startdate",
                "2020/01/01",
                "-validity",
                "30");
        make("early", "CN=localhost", "-ext", "san=dns:localhost", "-signer", "issuer", "-startdate", "+10d");
        make("other", "CN=shop.example", "-ext", "san=dns:shop.example,dns:www.shop.example", "-signer", "issuer");
        make("stranger", "CN=localhost", "-ext", "san=dns:localhost");
    }

    @Test
    void a_good_certificate_lets_the_doctor_look_further() throws Exception {
        String said = examined("good");

        assertThat(said).contains("ok    TLS: TLSv1.3, certificate valid until");
        assertThat(said).contains("ok    Clock:", "ok    Protocol: version 1 is spoken");
    }

    @Test
    void an_expired_certificate_is_told_with_its_end_and_who_renews_it() throws Exception {
        assertThat(examined("expired"))
                .contains("WRONG TLS: the certificate of the portal was valid until 2020-01-31T")
                .contains("staff has to renew the certificate")
                .doesNotContain("Clock:");
    }

    @Test
    void a_certificate_of_tomorrow_is_the_fault_of_this_machines_clock() throws Exception {
        assertThat(examined("early")).contains("WRONG TLS: the certificate of the portal is valid from", "NTP");
    }

    @Test
    void a_certificate_for_another_name_is_told_with_both_names() throws Exception {
        assertThat(examined("other"))
                .contains("WRONG TLS: the certificate is for shop.example, www.shop.example, not for localhost")
                .contains("Enter the portal address exactly");
    }

    @Test
    void an_unknown_issuer_is_named_with_what_can_be_done() throws Exception {
        assertThat(examined("stranger"))
                .contains("WRONG TLS: this machine does not know the issuer of the certificate (CN=localhost)")
                .contains("proxy or virus scanner");
    }

    @Test
    void a_port_without_TLS_is_told_as_that() throws Exception {
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        plain.start();
        try {
            assertThat(doctor(plain.getAddress().getPort()))
                    .contains("something answers that speaks no TLS")
                    .contains("whether it begins with https");
        } finally {
            plain.stop(0);
        }
    }

    private String examined(String certificate) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context(certificate)));
        server.createContext(Portal.BASE + "/ping", exchange -> {
            byte[] body = ("{\"serverTime\":\"" + Instant.now() + "\",\"protocolVersions\":[\"1\"]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            return doctor(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    /** As a person starts it, on a machine that trusts the test's issuer and nobody else. */
    private String doctor(int port) throws Exception {
        Process process = new ProcessBuilder(
                        java("java"),
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djavax.net.ssl.trustStore=" + keys.resolve("issuer.p12"),
                        "-Djavax.net.ssl.trustStorePassword=" + SECRET,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Main.class.getName(),
                        "doctor",
                        "--portal",
                        "https://localhost:" + port,
                        "--data",
                        keys.resolve("till").toString(),
                        "--lang",
                        "en")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1); // at least: this folder is not paired
        return said;
    }

    private static SSLContext context(String alias) throws Exception {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys.resolve("all.p12"))) {
            all.load(in, SECRET.toCharArray());
        }
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias, all.getKey(alias, SECRET.toCharArray()), SECRET.toCharArray(), all.getCertificateChain(alias));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(one, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void make(String alias, String subject, String... more) throws Exception {
        List<String> options = new ArrayList<>(
                List.of("-genkeypair", "-alias", alias, "-dname", subject, "-keyalg", "EC", "-groupname", "secp256r1"));
        if (!List.of(more).contains("-validity")) options.addAll(List.of("-validity", "3650"));
        options.addAll(List.of(more));
        keytool("all.p12", options);
        if (!alias.equals("issuer")) return;
        keytool(
                "all.p12",
                List.of(
                        "-exportcert",
                        "-alias",
                        alias,
                        "-file",
                        keys.resolve("issuer.crt").toString()));
        keytool(
                "issuer.p12",
                List.of(
                        "-importcert",
                        "-noprompt",
                        "-alias",
                        alias,
                        "-file",
                        keys.resolve("issuer.crt").toString()));
    }

    private static void keytool(String store, List<String> options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(java("keytool"), "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(
                List.of("-keystore", keys.resolve(store).toString(), "-storetype", "PKCS12", "-storepass", SECRET));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        assertThat(ended && process.exitValue() == 0).as(command + "\n" + said).isTrue();
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home", ""), "bin", program).toString();
    }
}
