package de.hypersoft.esolutions.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The two databases the product runs on; each is opened once per test run. */
public enum Engine {
    H2 {
        @Override
        DataSource open() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:stage;DB_CLOSE_DELAY=-1");
            return h2;
        }
    },
    POSTGRESQL {
        @Override
        DataSource open() {
            try {
                return EmbeddedPostgres.start().getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    abstract DataSource open();
}
