package de.hypersoft.esolutions.kernel.database;

import de.hypersoft.esolutions.kernel.database.Sql.Bound;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several tables, inserted by one statement: one way to the database and back, where the entity manager needs one for
 * each table. Several of them together need one way for each table, however many they are. What is inserted so is not
 * managed. Of one use, in one transaction.
 */
public final class Inserts {

    private final Session session;
    private final Sql sql;
    private final List<Statement> statements = new ArrayList<>();

    public Inserts(EntityManager entities) {
        this.session = entities.unwrap(Session.class);
        this.sql = new Sql(entities);
    }

    private record Statement(String sql, List<Bound> bound) {}

    private record Cell(String column, Bound bound) {}

    /** A new entity of basic attributes; its key is given, or made by the database. */
    public Inserts add(Object entity) {
        List<Cell> cells = cells(entity);
        return add(entity, cells, "values (" + marks(cells.size()) + ")", List.of());
    }

    /**
     * As {@link #add}, where the condition holds at that moment; to be the first.
     *
     * @throws IllegalStateException when it is not the first, since of one statement only that one's rows are counted
     */
    public Inserts addWhere(Object entity, Condition condition) {
        if (!statements.isEmpty()) throw new IllegalStateException("only the first row is counted");
        List<Cell> cells = cells(entity);
        return add(
                entity,
                cells,
                "select " + marks(cells.size()) + " where " + condition.sql(),
                Bound.all(condition.values()));
    }

    /** @param values in the order of the columns */
    public Inserts addRow(String table, List<String> columns, List<Object> values) {
        statements.add(new Statement(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks(values.size()) + ")",
                Bound.all(values)));
        return this;
    }

    /** @return whether the first row was inserted; if not, the transaction is to be given up */
    public boolean run() {
        return sql.send(
                        statements.stream().map(Statement::sql).collect(Collectors.joining("; ")),
                        statements.stream().flatMap(one -> one.bound().stream()).toList())
                == 1;
    }

    /**
     * Runs all of these, by as many statements as they have texts; what a row refers to is added before it.
     *
     * @return whether the first row of each was inserted; if not, the transaction is to be given up
     */
    public static boolean run(List<Inserts> together) {
        if (together.size() == 1) return together.get(0).run();
        Map<String, List<List<Bound>>> byText = new LinkedHashMap<>();
        Set<String> first = new HashSet<>();
        for (Inserts one : together) {
            first.add(one.statements.get(0).sql());
            one.statements.forEach(statement -> byText.computeIfAbsent(statement.sql(), sql -> new ArrayList<>())
                    .add(statement.bound()));
        }
        Sql sql = together.get(0).sql;
        for (Map.Entry<String, List<List<Bound>>> each : byText.entrySet()) {
            int[] inserted = sql.sendEach(each.getKey(), each.getValue());
            if (first.contains(each.getKey()) && !IntStream.of(inserted).allMatch(rows -> rows == 1)) return false;
        }
        return true;
    }

    private Inserts add(Object entity, List<Cell> cells, String rows, List<Bound> beside) {
        String columns = cells.stream().map(Cell::column).collect(Collectors.joining(", "));
        statements.add(new Statement(
                "insert into " + persister(entity).getIdentifierTableName() + " (" + columns + ") " + rows,
                Stream.concat(cells.stream().map(Cell::bound), beside.stream()).toList()));
        return this;
    }

    private List<Cell> cells(Object entity) {
        EntityPersister persister = persister(entity);
        List<Cell> cells = new ArrayList<>();
        Object id = persister.getIdentifier(entity, session.unwrap(SharedSessionContractImplementor.class));
        if (id != null) cells.add(cell(column(persister.getIdentifierMapping()), id));
        persister.forEachAttributeMapping(attribute -> {
            SelectableMapping column = column(attribute);
            if (column.isInsertable())
                cells.add(cell(column, persister.getValue(entity, attribute.getStateArrayPosition())));
        });
        return cells;
    }

    private static SelectableMapping column(ModelPart part) {
        if (part instanceof BasicValuedModelPart basic) return basic;
        throw new IllegalArgumentException(part.getPartName() + " is not one column");
    }

    private static Cell cell(SelectableMapping column, @Nullable Object value) {
        return new Cell(column.getSelectionExpression(), new Bound(value, column.getJdbcMapping()));
    }

    private EntityPersister persister(Object entity) {
        return session.getSessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity.getClass());
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
