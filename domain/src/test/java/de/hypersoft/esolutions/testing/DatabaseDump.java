package de.hypersoft.esolutions.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Every column of every row of every table, as whoever got hold of a dump reads it. */
public final class DatabaseDump {

    private DatabaseDump() {}

    public static String of(DataSource database) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) write(connection, table, dump);
        }
        return dump.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .createStatement()
                .executeQuery("select table_schema, table_name from information_schema.tables"
                        + " where table_type = 'BASE TABLE'"
                        + " and lower(table_schema) not in ('information_schema', 'pg_catalog')")) {
            while (found.next()) tables.add('"' + found.getString(1) + "\".\"" + found.getString(2) + '"');
        }
        return tables;
    }

    private static void write(Connection connection, String table, StringBuilder to) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("select * from " + table)) {
            to.append(table).append('\n');
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                    to.append(text(rows, i)).append('\t');
                to.append('\n');
            }
        }
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return switch (JDBCType.valueOf(rows.getMetaData().getColumnType(column))) {
            case BINARY, VARBINARY, LONGVARBINARY, BLOB -> {
                byte[] bytes = rows.getBytes(column);
                yield bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
            }
            default -> String.valueOf(rows.getString(column));
        };
    }
}
