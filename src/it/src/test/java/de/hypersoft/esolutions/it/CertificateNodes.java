package de.hypersoft.esolutions.it;

import static de.hypersoft.esolutions.it.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.certificates.CertificateRows;
import de.hypersoft.esolutions.tls.Fingerprint;
import de.hypersoft.esolutions.tls.KeyEncryptionKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLException;

/** Two servers on one PostgreSQL with one key file and one wildcard certificate, and a line to their database. */
record CertificateNodes(
        EmbeddedPostgres postgres,
        Connection database,
        CertificateRows rows,
        UUID tenant,
        Server one,
        Server other,
        Path wildcard)
        implements AutoCloseable {

    /** How long a node may take to follow the database. */
    static final Duration SOON = Duration.ofSeconds(5);

    /** The portal's own domain, with a certificate of its own. */
    static final String PORTAL = "portal.gasthaus.de";

    static CertificateNodes started(Path folder) throws Exception {
        Path keys = Files.writeString(folder.resolve("keys"), KeyEncryptionKeys.newLine() + "\n");
        Path wildcard = Files.copy(Issued.rsa(folder, "*.myhypersoftapp.de").file(), folder.resolve("wildcard.pem"));
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
        Map<String, String> environment = new HashMap<>(Map.of(
                "DB_DRIVER",
                "postgresql",
                "DB_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "DB_USER",
                "postgres",
                "DB_PASSWORD",
                "postgres",
                "ESOLUTIONS_KEY_FILE",
                keys.toString(),
                "ESOLUTIONS_TLS_FILE",
                wildcard.toString(),
                "PORTAL_HOSTS",
                "localhost,hosting.myhypersoftapp.de," + PORTAL,
                "NODE_NAME",
                "one"));
        Server one = Server.started(
                "one",
                30,
                environment,
                "esolutions.demo=true",
                "esolutions.demo.dir=" + Folders.root().resolve("demo"));
        environment.put("NODE_NAME", "other");
        Server other = Server.started("other", 40, environment);
        Connection database = postgres.getPostgresDatabase().getConnection();
        return new CertificateNodes(
                postgres, database, new CertificateRows(database, keys), tenant(database), one, other, wildcard);
    }

    @Override
    public void close() throws Exception {
        other.close();
        one.close();
        database.close();
        postgres.close();
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

    String stateOf(Issued certificate) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select state from certificates.certificate where sha256 = ?")) {
            statement.setString(1, certificate.sha256());
            try (var found = statement.executeQuery()) {
                assertThat(found.next()).isTrue();
                return found.getString(1);
            }
        }
    }

    /** As a domain of the customer's own. */
    void register(String host) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("insert into hostnames.shop_domain"
                + " (host, tenant_id, kind, created_at) values (?, ?, 'OWN', current_timestamp)")) {
            statement.setString(1, host);
            statement.setObject(2, tenant);
            statement.executeUpdate();
        }
    }

    private static UUID tenant(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("select id from tenancy.tenant")) {
            assertThat(found.next()).isTrue();
            return found.getObject(1, UUID.class);
        }
    }
}
