package de.hypersoft.esolutions.kernel.database;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

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
        T on(PreparedStatement statement) throws SQLException;
    }

    /**
     * @param values for the question marks, in their order: instants, or what the driver knows
     * @throws org.hibernate.JDBCException as the entity manager's own queries
     */
    public <T> List<T> rows(String query, Collection<?> values, Reader<T> reader) {
        return run(query, statement -> {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(reader.read(rows));
            }
            return found;
        });
    }

    /** As {@link #rows}, of a statement that changes something; returns how many rows it changed. */
    public int change(String statement, Collection<?> values) {
        return run(statement, prepared -> {
            bind(prepared, values);
            return prepared.executeUpdate();
        });
    }

    /** The statement for each list of values, one after the other, all in one way to the database; returns how many rows it changed. */
    public int changeEach(String statement, Collection<? extends Collection<?>> values) {
        return run(statement, prepared -> {
            for (Collection<?> each : values) {
                bind(prepared, each);
                prepared.addBatch();
            }
            int changed = 0;
            for (int one : prepared.executeBatch()) {
                if (one == Statement.SUCCESS_NO_INFO) throw new IllegalStateException("the driver does not count");
                changed += one;
            }
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

    private static void bind(PreparedStatement statement, Collection<?> values) throws SQLException {
        int place = 0;
        for (Object value : values)
            statement.setObject(++place, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
    }

    /** By the session's own preparer, so that whoever counts or logs its statements does so with these. */
    private <T> T run(String sql, Run<T> work) {
        SharedSessionContractImplementor session = entities.unwrap(SharedSessionContractImplementor.class);
        PreparedStatement statement =
                session.getJdbcCoordinator().getStatementPreparer().prepareStatement(sql);
        try {
            return work.on(statement);
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
