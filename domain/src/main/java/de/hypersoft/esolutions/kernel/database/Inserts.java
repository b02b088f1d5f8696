package de.hypersoft.esolutions.kernel.database;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.BindableType;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several tables, inserted by one statement: one way to the database and back, where the entity manager needs one for
 * each table. What is inserted so is not managed. Of one use, in one transaction.
 */
public final class Inserts {

    private final Session session;
    private final List<String> statements = new ArrayList<>();
    private final List<Bound> bound = new ArrayList<>();

    public Inserts(EntityManager entities) {
        this.session = entities.unwrap(Session.class);
    }

    private record Bound(@Nullable Object value, @Nullable BindableType<Object> type) {}

    private record Cell(String column, Bound bound) {}

    /** A new entity of basic attributes; its key is given, or made by the database. */
    public Inserts add(Object entity) {
        List<Cell> cells = cells(entity);
        return add(entity, cells, "values (" + marks(cells.size()) + ")");
    }

    /**
     * As {@link #add}, where the condition holds at that moment; to be the first.
     *
     * @throws IllegalStateException when it is not the first, since of one statement only that one's rows are counted
     */
    public Inserts addWhere(Object entity, Condition condition) {
        if (!statements.isEmpty()) throw new IllegalStateException("only the first row is counted");
        List<Cell> cells = cells(entity);
        add(entity, cells, "select " + marks(cells.size()) + " where " + condition.sql());
        condition.values().forEach(value -> bound.add(new Bound(value, null)));
        return this;
    }

    /** @param values in the order of the columns */
    public Inserts addRow(String table, List<String> columns, List<Object> values) {
        values.forEach(value -> bound.add(new Bound(value, null)));
        statements.add(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks(values.size()) + ")");
        return this;
    }

    /** @return whether the first row was inserted; if not, the transaction is to be given up */
    public boolean run() {
        MutationQuery query = session.createNativeMutationQuery(String.join("; ", statements));
        for (int i = 0; i < bound.size(); i++) {
            Bound one = bound.get(i);
            if (one.type() == null) query.setParameter(i + 1, one.value());
            else query.setParameter(i + 1, one.value(), one.type());
        }
        return query.executeUpdate() == 1;
    }

    private Inserts add(Object entity, List<Cell> cells, String rows) {
        String columns = cells.stream().map(Cell::column).collect(Collectors.joining(", "));
        statements.add("insert into " + persister(entity).getIdentifierTableName() + " (" + columns + ") " + rows);
        cells.forEach(cell -> bound.add(cell.bound()));
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

    @SuppressWarnings("unchecked")
    private static Cell cell(SelectableMapping column, @Nullable Object value) {
        return new Cell(
                column.getSelectionExpression(), new Bound(value, (BindableType<Object>) column.getJdbcMapping()));
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
