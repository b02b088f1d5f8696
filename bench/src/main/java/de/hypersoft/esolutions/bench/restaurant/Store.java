package de.hypersoft.esolutions.bench.restaurant;

import de.hypersoft.esolutions.kernel.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The database of one run: an H2 file that the server opens alone, or a PostgreSQL server with fsync on. */
public final class Store implements AutoCloseable {

    private final DataSource source;
    private final Map<String, String> environment;
    private final @Nullable EmbeddedPostgres postgres;
    private final Path data;

    private Store(DataSource source, Map<String, String> environment, @Nullable EmbeddedPostgres postgres, Path data) {
        this.source = source;
        this.environment = environment;
        this.postgres = postgres;
        this.data = data;
    }

    /** @param lazy H2 with its default write delay, which loses answered commits when the server is killed */
    public static Store h2(Path data, boolean lazy) throws IOException {
        Files.createDirectories(data);
        String url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("shop");
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url + (lazy ? "" : ";WRITE_DELAY=0"));
        source.setUser("sa");
        source.setPassword("sa");
        return new Store(source, lazy ? Map.of("DB_URL", url) : Map.of(), null, data);
    }

    public static Store postgresql(Path data) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DB_DRIVER", "postgresql");
        environment.put("DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres");
        environment.put("DB_USER", "postgres");
        environment.put("DB_PASSWORD", "postgres");
        return new Store(server.getPostgresDatabase(), environment, server, data);
    }

    /** What the server needs to find it. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The database server's first process; 0 when the database is in the product's server. */
    public long pid() throws IOException {
        if (postgres == null) return 0;
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** Where the database server listens; 0 when there is none. */
    public int port() {
        return postgres == null ? 0 : postgres.getPort();
    }

    void migrate() {
        Migrations.migrate(source);
    }

    /** H2: only while no server runs. */
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) postgres.close();
    }
}
