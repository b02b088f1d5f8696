package de.hypersoft.esolutions.ordering.lookup;

import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.OrderRequest;
import de.hypersoft.esolutions.ordering.guests.GuestBlocks;
import de.hypersoft.esolutions.ordering.limits.OrderSubjects;
import de.hypersoft.esolutions.tenancy.Location;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks, once for each order, all that the database alone knows of it before it is placed. */
@ApplicationScoped
public class OrderLookup {

    private static final String QUESTION =
            "select 'EARLIER' as kind, cast(o.id as varchar(64)) as word, cast(0 as bigint) as until"
                    + " from ordering.customer_order o where o.tenant_id = :tenant and o.idempotency_key = :key"
                    + " union all select 'ASKED', cast(u.id as varchar(64)), 0"
                    + " from ordering.unconfirmed_order u where u.tenant_id = :tenant and u.idempotency_key = :key"
                    + " union all select 'BLOCKED', b.mail_hash, 0 from ordering.blocked_guest b"
                    + " where b.tenant_id = :tenant and (b.mail_hash = :mail or b.phone_hash = :phone)"
                    + " and (b.whole_brand = true or b.location_id = :location) and b.ends_at > :now"
                    + " union all select 'BUSY', p.key_hash, p.busy_until from ordering.pace p where p.key_hash in (:hashes)";

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
        List<?> rows = entities.createNativeQuery(QUESTION, Tuple.class)
                .setParameter("tenant", location.tenant().value())
                .setParameter("key", request.idempotencyKey())
                .setParameter("mail", marks.mailHash())
                .setParameter("phone", marks.phoneHash())
                .setParameter("location", location.id().value())
                .setParameter("now", now)
                .setParameter("hashes", atLeastOne(subjects.hashes()))
                .getResultList();
        List<Row> found = rows.stream().map(Tuple.class::cast).map(Row::of).toList();
        return new Found(
                of("EARLIER", found)
                        .map(row -> new OrderId(UUID.fromString(row.word())))
                        .findFirst(),
                of("ASKED", found).findAny().isPresent(),
                of("BLOCKED", found).findAny().isPresent(),
                of("BUSY", found).collect(Collectors.toMap(Row::word, Row::until)));
    }

    private record Row(String kind, String word, long until) {
        static Row of(Tuple row) {
            return new Row(
                    row.get("kind", String.class),
                    row.get("word", String.class),
                    ((Number) row.get("until")).longValue());
        }
    }

    private static Stream<Row> of(String kind, List<Row> rows) {
        return rows.stream().filter(row -> row.kind().equals(kind));
    }

    /** No database takes an empty list. */
    private static Collection<String> atLeastOne(Collection<String> hashes) {
        return hashes.isEmpty() ? List.of("") : hashes;
    }
}
