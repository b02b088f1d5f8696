package de.hypersoft.esolutions.ordering.search;

import de.hypersoft.esolutions.kernel.text.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Makes guests findable by mail who ordered before their address was stored beside the order; each order once. */
public class OlderMails implements JavaMigration {

    private static final int AT_ONCE = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20261129130700");
    }

    @Override
    public String getDescription() {
        return "find older orders by mail address";
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
        UUID last = new UUID(0, 0);
        while (last != null) last = fillAfter(last, context.getConnection());
    }

    private static @Nullable UUID fillAfter(UUID after, Connection connection) throws SQLException {
        UUID last = null;
        try (PreparedStatement read = connection.prepareStatement(
                        "select id, document from ordering.customer_order where id > ? order by id fetch first "
                                + AT_ONCE + " rows only");
                PreparedStatement write = connection.prepareStatement(
                        "update ordering.customer_order set search_mail = ? where id = ?")) {
            read.setObject(1, after);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    last = rows.getObject(1, UUID.class);
                    write.setString(1, mail(rows.getString(2)));
                    write.setObject(2, last);
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
        return last;
    }

    private static String mail(String document) {
        JsonObject guest = Json.read(document, JsonObject.class).getJsonObject("guest");
        return guest == null ? "" : guest.getString("email", "").toLowerCase(Locale.ROOT);
    }
}
