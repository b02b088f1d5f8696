package de.hypersoft.esolutions.ordering.lookup;

import de.hypersoft.esolutions.kernel.database.Sql;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.OrderSubjects;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks, once for each order or for several together, all that the database alone knows of them before they are placed. */
@ApplicationScoped
public class OrderLookup {

    private static final String OF_ONE =
            "select 'EARLIER' as kind, cast(o.id as varchar(64)) as word, cast(0 as bigint) as until"
                    + " from ordering.customer_order o where o.tenant_id = ? and o.idempotency_key = ?"
                    + " union all select 'ASKED', cast(u.id as varchar(64)), 0"
                    + " from ordering.unconfirmed_order u where u.tenant_id = ? and u.idempotency_key = ?"
                    + " union all select 'BLOCKED', b.mail_hash, 0 from ordering.blocked_guest b"
                    + " where b.tenant_id = ? and (b.mail_hash = ? or b.phone_hash = ?)"
                    + " and (b.whole_brand = true or b.location_id = ?) and b.ends_at > ?"
                    + " union all select 'BUSY', p.key_hash, p.busy_until from ordering.pace p where p.key_hash = any (?)";

    private static final String OF_SEVERAL =
            "select 'KEY' as kind, o.idempotency_key as word, cast(0 as bigint) as until"
                    + " from ordering.customer_order o where o.tenant_id = any (?) and o.idempotency_key = any (?)"
                    + " union all select 'KEY', u.idempotency_key, 0"
                    + " from ordering.unconfirmed_order u where u.tenant_id = any (?) and u.idempotency_key = any (?)"
                    + " union all select 'MARK', b.mail_hash, 0 from ordering.blocked_guest b"
                    + " where b.tenant_id = any (?) and b.mail_hash = any (?) and b.ends_at > ?"
                    + " union all select 'MARK', b.phone_hash, 0 from ordering.blocked_guest b"
                    + " where b.tenant_id = any (?) and b.phone_hash = any (?) and b.ends_at > ?"
                    + " union all select 'BUSY', p.key_hash, p.busy_until from ordering.pace p where p.key_hash = any (?)";

    private final EntityManager entities;

    @Inject
    public OrderLookup(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param earlier the order that was placed with this idempotency key
     * @param asked whether its guest was asked by mail before
     * @param blocked whether nothing is to be taken from its guest
     * @param busyUntil by hash, of what it is counted by and is in use; milliseconds since 1970
     */
    public record Found(Optional<OrderId> earlier, boolean asked, boolean blocked, Map<String, Long> busyUntil) {}

    public Found find(Location location, OrderRequest request, OrderSubjects subjects, Instant now) {
        GuestBlocks.Marks marks = GuestBlocks.Marks.of(location.tenant(), request.guest());
        UUID tenant = location.tenant().value();
        String key = request.idempotencyKey();
        List<Row> found = ask(
                OF_ONE,
                tenant,
                key,
                tenant,
                key,
                tenant,
                marks.mailHash(),
                marks.phoneHash(),
                location.id().value(),
                now,
                subjects.hashes());
        return new Found(
                of("EARLIER", found)
                        .map(row -> new OrderId(UUID.fromString(row.word())))
                        .findFirst(),
                of("ASKED", found).findAny().isPresent(),
                of("BLOCKED", found).findAny().isPresent(),
                of("BUSY", found).collect(Collectors.toMap(Row::word, Row::until)));
    }

    /** One of several orders that are about to be placed. */
    public record Asked(TenantId tenant, String idempotencyKey, GuestBlocks.Marks marks, OrderSubjects subjects) {}

    /**
     * Of several orders together.
     *
     * @param usedKeys those of their idempotency keys that a brand of theirs knows
     * @param blockedMarks those of their guests' marks that a brand of theirs blocks, at some location at least
     * @param busyUntil by hash, of what they are counted by and is in use; milliseconds since 1970
     */
    public record Several(Set<String> usedKeys, Set<String> blockedMarks, Map<String, Long> busyUntil) {

        /** Whether it needs a closer look: it may be a repetition, or come from a blocked guest; of too many rather than too few. */
        public boolean isUnusual(Asked one) {
            return usedKeys.contains(one.idempotencyKey())
                    || blockedMarks.contains(one.marks().mailHash())
                    || blockedMarks.contains(one.marks().phoneHash());
        }
    }

    public Several find(List<Asked> asked, Instant now) {
        List<UUID> tenants =
                asked.stream().map(one -> one.tenant().value()).distinct().toList();
        List<String> keys = asked.stream().map(Asked::idempotencyKey).toList();
        List<Row> found = ask(
                OF_SEVERAL,
                tenants,
                keys,
                tenants,
                keys,
                tenants,
                asked.stream().map(one -> one.marks().mailHash()).toList(),
                now,
                tenants,
                asked.stream().map(one -> one.marks().phoneHash()).toList(),
                now,
                asked.stream().flatMap(one -> one.subjects().hashes().stream()).toList());
        return new Several(
                of("KEY", found).map(Row::word).collect(Collectors.toSet()),
                of("MARK", found).map(Row::word).collect(Collectors.toSet()),
                of("BUSY", found).collect(Collectors.toMap(Row::word, Row::until, (a, b) -> a)));
    }

    private record Row(String kind, String word, long until) {}

    private List<Row> ask(String question, Object... values) {
        return new Sql(entities)
                .rows(question, List.of(values), row -> new Row(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private static Stream<Row> of(String kind, List<Row> rows) {
        return rows.stream().filter(row -> row.kind().equals(kind));
    }
}
