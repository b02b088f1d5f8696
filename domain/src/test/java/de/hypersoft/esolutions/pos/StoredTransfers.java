package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.testing.Databases;
import de.hypersoft.esolutions.testing.Store;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of {@code pos.transfer} in any state, at a location of its own, and what the table holds of them. */
public final class StoredTransfers {

    private final Store store;
    private final UUID tenant = UUID.randomUUID();
    private final UUID location = UUID.randomUUID();

    public StoredTransfers(Store store) {
        this.store = store;
    }

    public UUID location() {
        return location;
    }

    public Transfers.Placed placed(Transfer transfer) {
        return new Transfers.Placed(transfer.order(), tenant, location);
    }

    public OrderId id(Transfer transfer) {
        return new OrderId(transfer.order());
    }

    public Transfer insert(Transfer t) {
        boolean waits = t.state() == PosTransfer.PENDING || t.state() == PosTransfer.CLAIMED;
        store.run(() -> {
            Query insert = store.entities()
                    .createNativeQuery("insert into pos.transfer (order_id, tenant_id, location_id, placed_at, state,"
                            + " fence, till_id, lease_until, offers, episode, state_since, booked, owner,"
                            + " waiting_location, waiting_since, may_be_doubled, promised_at, hand_over_anyway, age_from,"
                            + " unbooked_since) values (:order, :tenant, :location,"
                            + " :since, :state, :fence, cast(:till as uuid), cast(:lease as timestamp with time zone),"
                            + " :offers, :episode, :since, :booked, cast(:owner as varchar), cast(:waiting as uuid),"
                            + " cast(:waitingSince as timestamp with time zone), false, :promised, :decided,"
                            + " cast(:ageFrom as timestamp with time zone),"
                            + " cast(:unbooked as timestamp with time zone))");
            insert.setParameter("order", t.order());
            insert.setParameter("tenant", tenant);
            insert.setParameter("location", location);
            insert.setParameter("since", t.since());
            insert.setParameter("state", t.state().name());
            insert.setParameter("fence", t.fence());
            insert.setParameter("till", text(t.till()));
            insert.setParameter("lease", text(t.leaseUntil()));
            insert.setParameter("offers", t.offers());
            insert.setParameter("episode", t.episode());
            insert.setParameter("booked", t.booked());
            insert.setParameter("owner", t.owner());
            insert.setParameter("waiting", waits ? location.toString() : null);
            insert.setParameter("waitingSince", waits ? t.since().toString() : null);
            insert.setParameter("promised", t.age().promisedAt());
            insert.setParameter("decided", t.age().decided());
            Instant ageFrom =
                    t.age().decided() ? TransferRow.NEVER_OLD : t.age().promisedAt();
            insert.setParameter("ageFrom", waits ? ageFrom.toString() : null);
            boolean unbooked = t.state() == PosTransfer.TRANSFERRED_AUTO && !t.booked();
            insert.setParameter("unbooked", unbooked ? t.since().toString() : null);
            insert.executeUpdate();
        });
        return t;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** One row, all that moves may change. */
    public record Row(
            Transfer transfer,
            @Nullable UUID waitingLocation,
            @Nullable Instant waitingSince,
            @Nullable Instant unbookedSince) {}

    public Row row(UUID order) {
        return rows("t.order = :order", order).get(0);
    }

    /** All other rows of this location. */
    public List<Row> others(UUID order) {
        return rows("t.order <> :order", order);
    }

    private List<Row> rows(String which, UUID order) {
        return store.in(() -> store.entities()
                .createQuery(
                        "select t, t.waitingLocation, t.waitingSince, t.unbookedSince from TransferRow t where t.location = :location and "
                                + which + " order by t.order",
                        Object[].class)
                .setParameter("location", location)
                .setParameter("order", order)
                .getResultStream()
                .map(r -> new Row(((TransferRow) r[0]).transfer(), (UUID) r[1], (Instant) r[2], (Instant) r[3]))
                .toList());
    }

    /** The order's recorded moves, as one line each. */
    public List<String> moves(UUID order) {
        return store.in(() -> store.entities()
                .createQuery("select m from TransferMove m where m.order = :order order by m.id", TransferMove.class)
                .setParameter("order", order)
                .getResultStream()
                .map(TransferMove::step)
                .map(s -> s.move() + " " + s.to() + " " + s.fence() + " " + s.actor() + " " + s.detail())
                .toList());
    }

    /** So many orders of the past at this location, all with the till. */
    public void insertFetched(int count) {
        insert(
                count,
                "'TRANSFERRED_AUTO', 1, 0, 1, current_timestamp, true, false, current_timestamp, null, null, null");
    }

    /** So many orders that wait here, promised for a day long past. */
    public void insertTooOld(int count) {
        String then = "timestamp with time zone '2025-11-22 18:00:00+00:00'";
        insert(
                count,
                "'PENDING', 1, 0, 1, " + then + ", false, false, " + then + ", " + then + ", " + then + ", cast('"
                        + location + "' as uuid)");
    }

    private void insert(int count, String values) {
        boolean h2 = store.engine() == Databases.H2;
        String numbers = h2 ? "system_range(1, " + count + ")" : "generate_series(1, " + count + ")";
        store.run(() -> {
            store.entities()
                    .createNativeQuery("insert into pos.transfer (order_id, tenant_id, location_id, placed_at, state,"
                            + " fence, offers, episode, state_since, booked, may_be_doubled, promised_at, age_from, waiting_since, waiting_location) select "
                            + (h2 ? "random_uuid()" : "gen_random_uuid()")
                            + ", :tenant, :location, current_timestamp, " + values + " from " + numbers)
                    .setParameter("tenant", tenant)
                    .setParameter("location", location)
                    .executeUpdate();
            store.entities()
                    .createNativeQuery(h2 ? "analyze" : "analyze pos.transfer")
                    .executeUpdate();
        });
    }

    /** How many rows of the table a query reads: counted by PostgreSQL, scanned according to H2's plan. */
    public long rowsRead(Runnable query) {
        return store.engine() == Databases.H2 ? scannedByH2(query) : readByPostgresql(query);
    }

    private long readByPostgresql(Runnable query) {
        return store.in(() -> {
            long before = tuples();
            query.run();
            return tuples() - before;
        });
    }

    private long tuples() {
        Object sum = store.entities()
                .createNativeQuery("select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)"
                        + " from pg_stat_xact_user_tables where schemaname = 'pos' and relname = 'transfer'")
                .getSingleResult();
        return ((Number) sum).longValue();
    }

    private long scannedByH2(Runnable query) {
        store.run(query);
        Object plan = store.in(() -> store.entities()
                .createNativeQuery(
                        "explain analyze select order_id from pos.transfer where waiting_location = :location"
                                + " and age_from > :oldest order by placed_at")
                .setParameter("location", location)
                .setParameter("oldest", Attempt.NOW.minus(Attempt.ASK))
                .getSingleResult());
        var count = Pattern.compile("scanCount: (\\d+)").matcher(plan.toString());
        long scanned = 0;
        while (count.find()) scanned += Long.parseLong(count.group(1));
        return scanned;
    }
}
