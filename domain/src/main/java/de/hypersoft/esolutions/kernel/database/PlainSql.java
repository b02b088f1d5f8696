package de.hypersoft.esolutions.kernel.database;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database as they are written, in the transaction of the entity manager: for what is asked for
 * each order, where translating, caching and flushing cost more than the answer. What the entity manager has not written yet
 * is not seen. Failures are those of Hibernate.
 */
public final class PlainSql {

    private final SharedSessionContractImplementor session;

    public PlainSql(EntityManager entities) {
        this.session = entities.unwrap(Session.class).unwrap(SharedSessionContractImplementor.class);
    }

    /** Reads the row at which the answer stands. */
    public interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** Something that stands for a question mark, with the type it is stored as. */
    record Bound(@Nullable Object value, @Nullable JdbcMapping type) {
        static Bound of(Object value) {
            return new Bound(value, null);
        }
    }

    /**
     * @param values in the order of the question marks: strings, numbers, booleans, UUIDs, instants; a collection of strings
     *     or of UUIDs for {@code = any (?)}
     */
    public <R> List<R> query(String sql, List<?> values, RowReader<R> reader) {
        JdbcCoordinator jdbc = session.getJdbcCoordinator();
        PreparedStatement statement = jdbc.getStatementPreparer().prepareQueryStatement(sql, false, null);
        try {
            bind(statement, values.stream().map(Bound::of).toList());
            List<R> rows = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) rows.add(reader.read(answer));
            }
            return rows;
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not ask", sql);
        } finally {
            released(jdbc, statement);
        }
    }

    /** @return how many rows it changed; of several statements in one text those of the first */
    public int update(String sql, List<?> values) {
        return send(sql, values.stream().map(Bound::of).toList());
    }

    int send(String sql, List<Bound> values) {
        JdbcCoordinator jdbc = session.getJdbcCoordinator();
        PreparedStatement statement = jdbc.getStatementPreparer().prepareStatement(sql);
        try {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not store", sql);
        } finally {
            released(jdbc, statement);
        }
    }

    /** One statement with each of these values, in one way to the database; how many rows each changed. */
    int[] sendAll(String sql, List<List<Bound>> values) {
        JdbcCoordinator jdbc = session.getJdbcCoordinator();
        PreparedStatement statement = jdbc.getStatementPreparer().prepareStatement(sql);
        try {
            for (List<Bound> one : values) {
                bind(statement, one);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not store", sql);
        } finally {
            released(jdbc, statement);
        }
    }

    private void bind(PreparedStatement statement, List<Bound> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Bound one = values.get(i);
            if (one.value() instanceof Collection<?> several) statement.setArray(i + 1, array(statement, several));
            else bind(statement, i + 1, one);
        }
    }

    @SuppressWarnings("unchecked")
    private void bind(PreparedStatement statement, int position, Bound one) throws SQLException {
        Object value = one.value();
        JdbcMapping type = one.type() == null ? type(value) : one.type();
        type.getJdbcValueBinder().bind(statement, type.convertToRelationalValue(value), position, session);
    }

    private JdbcMapping type(@Nullable Object value) {
        JdbcMapping type = value == null
                ? null
                : session.getFactory()
                        .getMappingMetamodel()
                        .getTypeConfiguration()
                        .getBasicTypeForJavaType(value.getClass());
        if (type == null) throw new IllegalArgumentException("nothing stores " + value);
        return type;
    }

    private static java.sql.Array array(PreparedStatement statement, Collection<?> values) throws SQLException {
        boolean ids = values.stream().anyMatch(UUID.class::isInstance);
        return statement.getConnection().createArrayOf(ids ? "uuid" : "varchar", values.toArray());
    }

    private static void released(JdbcCoordinator jdbc, PreparedStatement statement) {
        jdbc.getLogicalConnection().getResourceRegistry().release(statement);
        jdbc.afterStatementExecution();
    }
}
