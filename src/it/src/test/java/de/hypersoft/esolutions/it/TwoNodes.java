package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.CertificateRows;
import de.hypersoft.esolutions.tls.Fingerprint;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/**
 * Two servers on one PostgreSQL with one key file and one wildcard certificate, and a line to their database. Started at
 * the same moment on an empty database, as after a power cut of a new installation.
 *
 * @param there the one with the demo brand and its PINs
 */
record TwoNodes(
        OwnPostgres database,
        Connection line,
        CertificateRows rows,
        UUID tenant,
        Server here,
        Server there,
        Path wildcard)
        implements AutoCloseable {

    /** How long a node may take to follow the database. */
    static final Duration SOON = Duration.ofSeconds(5);

    /** The portal's own domain, with a certificate of its own. */
    static final String PORTAL = "portal.gasthaus.de";

    /** Is warned before a certificate ends. */
    static final String HOSTING = "hosting@zwei-knoten.example";

    private static final int FURTHER = 30;

    static TwoNodes started(Path folder) throws Exception {
        Path keys = Files.writeString(folder.resolve("keys"), KeyEncryptionKeys.newLine() + "\n");
        Path wildcard = Files.copy(Issued.rsa(folder, "*.myhypersoftapp.de").file(), folder.resolve("wildcard.pem"));
        OwnPostgres database = OwnPostgres.started("two-nodes", FURTHER);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("ESOLUTIONS_KEY_FILE", keys.toString());
        environment.put("ESOLUTIONS_TLS_FILE", wildcard.toString());
        environment.put("PORTAL_HOSTS", "localhost,hosting.myhypersoftapp.de," + PORTAL);
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", String.valueOf(TestRun.smtpPort()));
        environment.put("CLOSING_SPREAD_SECONDS", "0");
        environment.put("HOSTING_MAIL", HOSTING);
        CompletableFuture<Server> starting = CompletableFuture.supplyAsync(() -> node("here", FURTHER, environment));
        Server there = node(
                "there",
                FURTHER + 10,
                environment,
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        Server here = starting.join();
        Connection line = database.connect();
        return new TwoNodes(database, line, new CertificateRows(line, keys), tenant(database), here, there, wildcard);
    }

    private static Server node(String name, int further, Map<String, String> common, String... properties) {
        Map<String, String> environment = new HashMap<>(common);
        environment.put("NODE_NAME", name);
        List<String> all = new ArrayList<>(List.of("esolutions.demo=true"));
        all.addAll(List.of(properties));
        return Server.started("node-" + name, further, environment, all.toArray(String[]::new));
    }

    @Override
    public void close() throws Exception {
        there.close();
        here.close();
        line.close();
        database.close();
    }

    static void awaitShown(Server server, String host, String sha256) {
        within(SOON, host + " shows " + sha256, () -> shown(server, host), sha256::equals);
    }

    /** The leaf's fingerprint; or that the handshake was refused, or that nobody listens. */
    static String shown(Server server, String host) {
        try (TlsLine line = TlsLine.to(server.port(8443), host)) {
            return Fingerprint.of(line.shown());
        } catch (SSLException e) {
            return String.valueOf(e.getMessage()).contains("unrecognized_name") ? "alert" : e.toString();
        } catch (IOException e) {
            return "closed";
        }
    }

    String stateOf(Issued certificate) {
        return (String) database.rows(
                        "select state from certificates.certificate where sha256 = '" + certificate.sha256() + "'")
                .get(0)
                .get(0);
    }

    /** As a domain of the customer's own. */
    void register(String host) throws SQLException {
        try (PreparedStatement statement = line.prepareStatement("insert into hostnames.shop_domain"
                + " (host, tenant_id, kind, created_at) values (?, ?, 'OWN', current_timestamp)")) {
            statement.setString(1, host);
            statement.setObject(2, tenant);
            statement.executeUpdate();
        }
    }

    /** Has ten days of its ninety left by now, and nobody was told. */
    void ends(String host) throws SQLException {
        try (PreparedStatement statement = line.prepareStatement("update certificates.certificate set"
                + " not_before = current_timestamp - interval '80 days',"
                + " not_after = current_timestamp + interval '10 days', warn_at = current_timestamp where host = ?")) {
            statement.setString(1, host);
            statement.executeUpdate();
        }
    }

    private static UUID tenant(OwnPostgres database) {
        List<List<Object>> all = database.rows("select id from tenancy.tenant");
        assertThat(all).hasSize(1);
        return (UUID) all.get(0).get(0);
    }
}
