package de.hypersoft.esolutions.ordering.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Makes the orders searchable that were placed before search keys were stored; a thousand at a time, each once. */
public class OlderOrders implements JavaMigration {

    private static final int AT_ONCE = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20261128190200");
    }

    @Override
    public String getDescription() {
        return "make older orders searchable";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        fill(context.getConnection());
    }

    /** Walks by id, so that no order is met twice whatever else is stored meanwhile. */
    public static void fill(Connection connection) throws SQLException {
        UUID last = new UUID(0, 0);
        while (last != null) last = fillAfter(last, connection);
    }

    private static @Nullable UUID fillAfter(UUID after, Connection connection) throws SQLException {
        UUID last = null;
        try (PreparedStatement read = connection.prepareStatement(
                        "select id, guest_name, guest_phone from ordering.customer_order where id > ?"
                                + " order by id fetch first " + AT_ONCE + " rows only");
                PreparedStatement write =
                        connection.prepareStatement("update ordering.customer_order set search_words = ?,"
                                + " search_first = ?, search_last = ?, search_phone = ? where id = ?")) {
            read.setObject(1, after);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    last = rows.getObject(1, UUID.class);
                    SearchKeys keys = SearchKeys.of(rows.getString(2), rows.getString(3));
                    write.setString(1, keys.words());
                    write.setBytes(2, keys.first());
                    write.setBytes(3, keys.last());
                    write.setString(4, keys.phone());
                    write.setObject(5, last);
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
        return last;
    }
}
