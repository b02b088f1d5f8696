package de.hypersoft.esolutions.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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

    /** Of every table the columns that hold text or bytes, as schema.table.column in small letters. */
    public static Set<String> textColumns(DataSource database) throws SQLException {
        Set<String> columns = new TreeSet<>();
        eachColumn(database, (column, rows, number) -> {
            if (holdsText(rows.getMetaData(), number)) columns.add(column);
        });
        return columns;
    }

    /** The columns of which some row holds one of the words. */
    public static Set<String> columnsWith(DataSource database, List<String> words) throws SQLException {
        Set<String> columns = new TreeSet<>();
        eachColumn(database, (column, rows, number) -> {
            while (rows.next()) if (words.stream().anyMatch(text(rows, number)::contains)) columns.add(column);
        });
        return columns;
    }

    private interface Column {
        void look(String name, ResultSet rows, int number) throws SQLException;
    }

    private static void eachColumn(DataSource database, Column look) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                int columns = columns(connection, table);
                for (int i = 1; i <= columns; i++)
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery("select * from " + table)) {
                        String name = table.replace("\"", "") + "."
                                + rows.getMetaData().getColumnName(i);
                        look.look(name.toLowerCase(Locale.ROOT), rows, i);
                    }
            }
        }
    }

    private static int columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            return none.getMetaData().getColumnCount();
        }
    }

    private static boolean holdsText(ResultSetMetaData columns, int number) throws SQLException {
        if (columns.getColumnTypeName(number).equalsIgnoreCase("uuid")) return false;
        return switch (JDBCType.valueOf(columns.getColumnType(number))) {
            case CHAR, VARCHAR, LONGVARCHAR, NCHAR, NVARCHAR, CLOB, NCLOB, SQLXML, OTHER, JAVA_OBJECT, ARRAY -> true;
            case BINARY, VARBINARY, LONGVARBINARY, BLOB -> true;
            default -> false;
        };
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
