package de.hypersoft.esolutions.bench.load.beside;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order as its database would see it if nothing but the database were there: four inserts, of the order with its
 * document, the transfer, its first move and the event, and one commit. The rows are copies of those of an order that was
 * placed over HTTP, under new keys, in tables of the same columns and indexes in a schema of their own.
 */
public final class RawOrder implements AutoCloseable {

    private static final String SCHEMA = "bench_raw";
    private static final List<Table> TABLES = List.of(
            new Table("ordering", "customer_order", "id = '%s'"),
            new Table("pos", "transfer", "order_id = '%s'"),
            new Table("pos", "transfer_move", "order_id = '%s'"),
            new Table("kernel", "outbox", "aggregate = '%s'"));
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final Connection connection;
    private final List<Insert> inserts = new ArrayList<>();

    private record Table(String schema, String name, String where) {
        String from() {
            return schema + "." + name;
        }

        String raw() {
            return SCHEMA + "." + name;
        }
    }

    /** A prepared insert; {@code values} are those of the copied row, in the order of the columns. */
    private record Insert(Table table, List<String> columns, List<@Nullable Object> values, PreparedStatement sql) {}

    /**
     * Ready to be written any number of times.
     *
     * @param connection this one's own until it is closed
     * @param like id of an order that was placed
     */
    public RawOrder(Connection connection, UUID like) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        for (Table table : TABLES) inserts.add(insert(table, like));
        connection.commit();
    }

    /** Makes the tables, empty; once for each database. */
    public static void lay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + SCHEMA);
            for (Table table : TABLES) {
                statement.execute("drop table if exists " + table.raw());
                statement.execute("create table " + table.raw() + " as select * from " + table.from() + " where 1 = 0");
                int number = 0;
                for (String index : indexes(connection, table))
                    statement.execute(index.formatted(SCHEMA + "_" + table.name() + "_" + ++number));
            }
        }
        if (!connection.getAutoCommit()) connection.commit();
    }

    /** Statements for the indexes that the product's table has, with a place for their names. */
    private static List<String> indexes(Connection connection, Table table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        boolean upper = data.storesUpperCaseIdentifiers();
        Map<String, List<String>> columns = new TreeMap<>();
        List<String> unique = new ArrayList<>();
        try (ResultSet found =
                data.getIndexInfo(null, cased(table.schema(), upper), cased(table.name(), upper), false, true)) {
            while (found.next()) {
                String name = found.getString("INDEX_NAME");
                if (name == null) continue; // statistics
                columns.computeIfAbsent(name, n -> new ArrayList<>()).add(found.getString("COLUMN_NAME"));
                if (!found.getBoolean("NON_UNIQUE")) unique.add(name);
            }
        }
        return columns.entrySet().stream()
                .map(e -> "create " + (unique.contains(e.getKey()) ? "unique " : "") + "index %s on " + table.raw()
                        + " (" + String.join(", ", e.getValue()) + ")")
                .toList();
    }

    private static String cased(String name, boolean upper) {
        return upper ? name.toUpperCase(Locale.ROOT) : name;
    }

    private Insert insert(Table table, UUID like) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table.from() + " where "
                        + table.where().formatted(like))) {
            if (!row.next()) throw new SQLException("no row of " + table.from() + " for order " + like);
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                Object value = row.getObject(i);
                values.add(value instanceof Clob text ? text.getSubString(1, (int) text.length()) : value);
            }
        }
        String places = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
        String sql = "insert into " + table.raw() + " (" + String.join(", ", columns) + ") values (" + places + ")";
        return new Insert(table, columns, Collections.unmodifiableList(values), connection.prepareStatement(sql));
    }

    /** One order, committed. */
    public void write() throws SQLException {
        UUID order = timed();
        for (Insert insert : inserts) {
            for (int i = 0; i < insert.columns().size(); i++) insert.sql().setObject(i + 1, value(insert, i, order));
            insert.sql().executeUpdate();
        }
        connection.commit();
    }

    private static @Nullable Object value(Insert insert, int column, UUID order) {
        return switch (insert.columns().get(column)) {
            case "id" -> insert.table().name().equals("customer_order") ? order : timed();
            case "order_id" -> order;
            case "aggregate", "idempotency_key" -> order.toString();
            case "seq" -> SEQUENCE.incrementAndGet();
            case "order_number" -> Long.toString(SEQUENCE.incrementAndGet());
            case "tracking_token" -> UUID.randomUUID().toString();
            default -> insert.values().get(column);
        };
    }

    /** An id that begins with the time, as the product's do, so that indexes grow at their ends. */
    private static UUID timed() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    @Override
    public void close() throws SQLException {
        for (Insert insert : inserts) insert.sql().close();
        if (!connection.isClosed()) connection.rollback();
    }
}
