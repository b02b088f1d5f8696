package de.hypersoft.esolutions.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server of one test's own, on disk: it can be stopped and started again on the same data and port. */
final class OwnPostgres implements AutoCloseable {

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    private OwnPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** @param further added to the usual port of the run */
    static OwnPostgres started(String name, int further) {
        Path folder = TestRun.home().resolveSibling("postgres").resolve(name);
        Folders.remake(folder);
        OwnPostgres postgres = new OwnPostgres(folder, 5432 + TestRun.offset() + further);
        postgres.start();
        return postgres;
    }

    /** What a server of ours needs to find it. */
    Map<String, String> environment() {
        return Map.of(
                "DB_DRIVER",
                "postgresql",
                "DB_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "DB_USER",
                "postgres",
                "DB_PASSWORD",
                "postgres");
    }

    /** As an operator restarts it: whoever is connected is thrown out. */
    void stop() {
        try {
            if (server != null) server.close();
            server = null;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    /** Again, on the same data; nothing happens when it runs already. */
    void start() {
        if (server != null) return;
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "100")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    Connection connect() throws SQLException {
        if (server == null) throw new IllegalStateException("the database is stopped");
        return server.getPostgresDatabase().getConnection();
    }

    /** Each row as its values, one after the other. */
    List<List<Object>> rows(String query) {
        try (Connection connection = connect();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            List<List<Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) row.add(found.getObject(i));
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
