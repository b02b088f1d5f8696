package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tick of a browser moved an order. A tick whose answer was lost is sent again with its key, and is told that it
 * worked: neither refused as somebody else's, nor made a second time after it was taken back.
 */
@ApplicationScoped
public class TickKeys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final EntityManager entities;

    @Inject
    public TickKeys(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @return null for none
     * @throws Invalid {@code invalid-key} unless it has 8 to 64 letters, digits and hyphens
     */
    static @Nullable String read(String given) {
        if (given.isBlank()) return null; // a page without script sends none
        if (!KEY.matcher(given).matches())
            throw new Invalid("invalid-key", "a key has 8 to 64 letters, digits and hyphens", "key");
        return given;
    }

    /** @return the fence that this tick made, when it was stored before; null otherwise */
    @Nullable
    Long fence(UUID order, String key) {
        List<?> found = entities.createNativeQuery(
                        "select fence from pos.tick where order_id = :order and tick_key = :key")
                .setParameter("order", order)
                .setParameter("key", key)
                .getResultList();
        return found.isEmpty() ? null : ((Number) found.get(0)).longValue();
    }

    void made(UUID order, String key, long fence) {
        entities.createNativeQuery("insert into pos.tick (order_id, tick_key, fence) values (:order, :key, :fence)")
                .setParameter("order", order)
                .setParameter("key", key)
                .setParameter("fence", fence)
                .executeUpdate();
    }

    /** Whether this person made the present state, from a page that sends no keys: a form that was sent twice. */
    boolean madeBy(Transfer transfer, String actor) {
        return !entities.createQuery(
                        "select m.id from TransferMove m where m.order = :order and m.fence = :fence"
                                + " and m.actorId = :actor and m.to = :ticked",
                        UUID.class)
                .setParameter("order", transfer.order())
                .setParameter("fence", transfer.fence())
                .setParameter("actor", actor)
                .setParameter("ticked", PosTransfer.TRANSFERRED_MANUAL)
                .getResultList()
                .isEmpty();
    }
}
