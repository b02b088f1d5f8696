package de.hypersoft.esolutions.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGPoolingDataSource;

/** The two engines the product runs on. PostgreSQL is a real server, started once per JVM and stopped with it. */
public enum Databases {
    H2 {
        @Override
        public DataSource fresh() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1" + AS_SHIPPED);
            source.setUser("sa");
            source.setPassword("sa");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        @SuppressWarnings(
                "deprecation") // a pool without promises is enough for tests, and a process per transaction is not
        public DataSource fresh() {
            String name = "test" + NUMBER.incrementAndGet();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL makes no database " + name, e);
            }
            PGPoolingDataSource pool = new PGPoolingDataSource();
            pool.setServerNames(new String[] {"localhost"});
            pool.setPortNumbers(new int[] {Server.RUNNING.getPort()});
            pool.setDatabaseName(name);
            pool.setUser("postgres");
            pool.setMaxConnections(40);
            return pool;
        }
    };

    /** What the server's configure.cli says: H2's reuse of an earlier result may show what was before a commit. */
    private static final String AS_SHIPPED = ";OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_TIMEOUT=10000";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A new, empty database: no schema, no table. */
    public abstract DataSource fresh();

    /** Holder, so that a test run without PostgreSQL tests starts none. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        // Two tests that wait for each other's rows fail instead of standing still for good.
                        .setServerConfig("lock_timeout", "60s")
                        .setServerConfig("statement_timeout", "120s")
                        .setServerConfig("idle_in_transaction_session_timeout", "300s")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
