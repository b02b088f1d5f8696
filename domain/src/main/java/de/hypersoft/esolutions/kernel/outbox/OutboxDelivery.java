package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The relay's short transactions. Rows are claimed by their lock alone, so a dead node leaves nothing behind. By plain JDBC: what
 * is done with every event is done in two statements, however many there are.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class OutboxDelivery {

    private static final String BESIDE = "select 1 from kernel.outbox e where e.aggregate = r.aggregate"
            + " and e.listener = r.listener and e.done_at is null and e.seq ";

    private static final String WAITING =
            " where r.done_at is null and r.due_at <= ? and not exists (" + BESIDE + "< r.seq)";

    /** A row, and whether another one of its aggregate waits for it. */
    private static final String CLAIM = "select r.seq, r.listener, r.payload, exists (" + BESIDE
            + "> r.seq) as followed from kernel.outbox r" + WAITING;

    private final Sql sql;
    private final EntityManager entities;
    private final Clock clock;
    private final OutboxListeners listeners;

    @Inject
    OutboxDelivery(EntityManager entities, Clock clock, OutboxListeners listeners) {
        this.sql = new Sql(entities);
        this.entities = entities;
        this.clock = clock;
        this.listeners = listeners;
    }

    /**
     * Claims due rows that are the first of their aggregate, oldest first, for the listener of the oldest; delivers them and marks
     * them done in the same transaction. Rows that somebody else has are passed over; those for listeners that this release
     * does not have are left to a node that has them.
     *
     * @param claimed is told each row before any is delivered
     */
    public Delivered deliver(int limit, LongConsumer claimed) {
        List<String> known = listeners.names().stream().sorted().toList();
        if (known.isEmpty()) return Delivered.NOTHING;
        List<Object> values = new ArrayList<>(List.of(clock.instant()));
        values.addAll(Sql.padded(known));
        List<Row> rows = sql.rows(
                CLAIM + " and r.listener in " + Sql.in(known.size()) + " order by r.seq fetch first " + limit
                        + " rows only for update skip locked",
                values,
                OutboxDelivery::row);
        if (rows.isEmpty()) return Delivered.NOTHING;
        String first = rows.get(0).listener();
        List<Row> together =
                rows.stream().filter(row -> row.listener().equals(first)).toList();
        together.forEach(row -> claimed.accept(row.seq()));
        deliver(first, together);
        return new Delivered(
                together.size(),
                rows.size() == limit
                        || together.size() < rows.size()
                        || together.stream().anyMatch(Row::followed));
    }

    /** As {@link #deliver(int, LongConsumer)}, one row alone; false when somebody else has it or had it. */
    public boolean deliverAlone(long seq) {
        List<Row> rows = sql.rows(
                CLAIM + " and r.seq = ? for update skip locked", List.of(clock.instant(), seq), OutboxDelivery::row);
        if (rows.isEmpty()) return false;
        deliver(rows.get(0).listener(), rows);
        return true;
    }

    private void deliver(String listener, List<Row> rows) {
        listeners.deliver(listener, rows.stream().map(Row::payload).toList());
        List<Object> values = new ArrayList<>(List.of(clock.instant()));
        values.addAll(Sql.padded(rows.stream().map(Row::seq).toList()));
        sql.change(
                "update kernel.outbox set attempts = attempts + 1, done_at = ?, last_error = null where seq in "
                        + Sql.in(rows.size()),
                values);
    }

    public void failed(long seq, String error) {
        OutboxRow row = entities.find(OutboxRow.class, seq);
        if (row != null) row.failed(error, clock.instant());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"), row.getString("listener"), row.getString("payload"), row.getBoolean("followed"));
    }

    private record Row(long seq, String listener, String payload, boolean followed) {}

    /**
     * What became of a claim.
     *
     * @param rows how many were claimed and delivered
     * @param more whether there may be some that are due as well
     */
    record Delivered(int rows, boolean more) {
        static final Delivered NOTHING = new Delivered(0, false);
    }
}
