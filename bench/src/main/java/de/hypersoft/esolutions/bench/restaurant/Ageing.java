package de.hypersoft.esolutions.bench.restaurant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets orders grow too old: while the server is dead, and so nobody looks, what waits becomes a day older than it is. From
 * then on no till may be handed it before the manager has decided (handover.md A4).
 */
public final class Ageing {

    private final Store store;
    private final Map<String, Instant> aged = new ConcurrentHashMap<>();

    public Ageing(Store store) {
        this.store = store;
    }

    /** Only while no server runs. */
    public void pass() throws SQLException {
        try (Connection connection = store.connect()) {
            Instant now = Instant.now();
            OffsetDateTime yesterday = now.atOffset(ZoneOffset.UTC).minusDays(1);
            List<Object[]> waiting = Ground.query(
                    connection, "select order_id from pos.transfer where age_from < timestamp '9000-01-01 00:00:00'");
            Ground.run(
                    connection,
                    "update pos.transfer set promised_at = ?, age_from = ? where age_from < timestamp '9000-01-01 00:00:00'",
                    yesterday,
                    yesterday);
            for (Object[] row : waiting) aged.putIfAbsent(row[0].toString(), now);
        }
    }

    /** By order id, when each grew too old. */
    public Map<String, Instant> aged() {
        return aged;
    }
}
