package de.hypersoft.esolutions.bench.load.beside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** The product's database, inside its server. */
final class ShopDatabase {

    /** Where the server has the product's own pool. */
    static final String POOL = "java:jboss/datasources/ShopDS";

    private ShopDatabase() {}

    /** To the embedded database and out of no pool, so that there may be more than the pool has. */
    static Connection direct(DataSource pool) throws SQLException {
        String url;
        try (Connection pooled = pool.getConnection()) {
            url = pooled.getMetaData().getURL();
        }
        Properties user = new Properties();
        user.setProperty("user", "sa");
        user.setProperty("password", "sa");
        return new org.h2.Driver().connect(url, user);
    }
}
