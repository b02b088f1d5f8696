package de.hypersoft.esolutions.kernel.database;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.jspecify.annotations.Nullable;

/**
 * Statements by plain JDBC in the transaction of an entity manager, for what is done with every order: entities and all that
 * is kept about them cost more than the statement. What the entity manager holds back is not flushed before.
 */
public final class Sql {

    private final EntityManager entities;

    public Sql(EntityManager entities) {
        this.entities = entities;
    }

    /** What is made of a row; to be called for each. */
    public interface Reader<T> {
        public T read(ResultSet row) throws SQLException;
    }

    private interface Run<T> {
        T on(PreparedStatement statement, SharedSessionContractImplementor session) throws SQLException;
    }

    /** Something that stands for a question mark, with the type it is stored as; null for the usual one of its class. */
    record Bound(@Nullable Object value, @Nullable JdbcMapping type) {
        static List<Bound> all(Collection<?> values) {
            List<Bound> all = new ArrayList<>();
            values.forEach(value -> all.add(new Bound(value, null)));
            return all;
        }
    }

    /**
     * @param values for the question marks, in their order: texts, numbers, booleans, UUIDs, instants, null; a collection of
     *     texts or of UUIDs for {@code any (?)}
     * @throws org.hibernate.JDBCException as the entity manager's own queries
     */
    public <T> List<T> rows(String query, Collection<?> values, Reader<T> reader) {
        return run(query, (statement, session) -> {
            bind(statement, Bound.all(values), session);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(reader.read(rows));
            }
            return found;
        });
    }

    /**
     * As {@link #rows}, of a statement that changes something.
     *
     * @return how many rows it changed; of several statements in one text those of the first
     */
    public int change(String statement, Collection<?> values) {
        return send(statement, Bound.all(values));
    }

    /** The statement for each list of values, one after the other, all in one way to the database; returns how many rows it changed. */
    public int changeEach(String statement, Collection<? extends Collection<?>> values) {
        return IntStream.of(sendEach(statement, values.stream().map(Bound::all).toList()))
                .sum();
    }

    int send(String statement, List<Bound> values) {
        return run(statement, (prepared, session) -> {
            bind(prepared, values, session);
            return prepared.executeUpdate();
        });
    }

    /** How many rows each changed. */
    int[] sendEach(String statement, List<List<Bound>> values) {
        return run(statement, (prepared, session) -> {
            for (List<Bound> each : values) {
                bind(prepared, each, session);
                prepared.addBatch();
            }
            int[] changed = prepared.executeBatch();
            if (IntStream.of(changed).anyMatch(one -> one == Statement.SUCCESS_NO_INFO))
                throw new IllegalStateException("the driver does not count");
            return changed;
        });
    }

    /**
     * A list of question marks for {@code in}, as long as the next power of two, so that there are few statements to be known;
     * its values are {@link #padded}. Of one value at least.
     */
    public static String in(int values) {
        return "(" + String.join(", ", Collections.nCopies(places(values), "?")) + ")";
    }

    /** These values, and the last one again until they fill {@link #in}. */
    public static <T> List<T> padded(List<T> values) {
        List<T> padded = new ArrayList<>(values);
        padded.addAll(Collections.nCopies(places(values.size()) - values.size(), values.get(values.size() - 1)));
        return padded;
    }

    private static int places(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) << 1;
    }

    private static void bind(PreparedStatement statement, List<Bound> values, SharedSessionContractImplementor session)
            throws SQLException {
        int place = 0;
        for (Bound one : values) {
            place++;
            if (one.value() instanceof Collection<?> several) statement.setArray(place, array(statement, several));
            else if (one.value() == null && one.type() == null) statement.setObject(place, null);
            else bind(statement, place, one, session);
        }
    }

    @SuppressWarnings("unchecked")
    private static void bind(
            PreparedStatement statement, int place, Bound one, SharedSessionContractImplementor session)
            throws SQLException {
        JdbcMapping type = one.type() == null ? type(one.value(), session) : one.type();
        type.getJdbcValueBinder().bind(statement, type.convertToRelationalValue(one.value()), place, session);
    }

    private static JdbcMapping type(@Nullable Object value, SharedSessionContractImplementor session) {
        JdbcMapping type = value == null
                ? null
                : session.getFactory()
                        .getMappingMetamodel()
                        .getTypeConfiguration()
                        .getBasicTypeForJavaType(value.getClass());
        if (type == null) throw new IllegalArgumentException("nothing stores " + value);
        return type;
    }

    private static Array array(PreparedStatement statement, Collection<?> values) throws SQLException {
        boolean ids = values.stream().anyMatch(UUID.class::isInstance);
        return statement.getConnection().createArrayOf(ids ? "uuid" : "varchar", values.toArray());
    }

    /** By the session's own preparer, so that whoever counts or logs its statements does so with these. */
    private <T> T run(String sql, Run<T> work) {
        SharedSessionContractImplementor session = entities.unwrap(SharedSessionContractImplementor.class);
        PreparedStatement statement =
                session.getJdbcCoordinator().getStatementPreparer().prepareStatement(sql);
        try {
            return work.on(statement, session);
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not run a statement", sql);
        } finally {
            session.getJdbcCoordinator()
                    .getLogicalConnection()
                    .getResourceRegistry()
                    .release(statement);
        }
    }
}
