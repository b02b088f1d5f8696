package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.database.Inserts;
import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.ordering.Order;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.ordering.Transferability;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Scope;
import de.hypersoft.esolutions.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All transfers. Reads values, and replaces one by its successor only if nobody else did so before. */
@ApplicationScoped
public class Transfers implements Transferability {

    private static final int TRIES = 8;

    private final EntityManager entities;
    private final Event<Changed> changes;

    @Inject
    public Transfers(EntityManager entities, Event<Changed> changes) {
        this.entities = entities;
        this.changes = changes;
    }

    @Override
    public void open(Order order, Instant now, Inserts inserts) {
        Transfer opened = Transfer.opened(order.id().value(), order.promisedAt(), now);
        inserts.add(new TransferRow(order, opened));
        inserts.add(new TransferMove(TransferMove.Move.OPEN, opened, Actor.GUEST, "", now));
    }

    /**
     * Makes a move: reads, lets the value decide, stores if unchanged, and asks again when somebody else was faster.
     *
     * @throws TransferRefused when the state, looked at last, does not allow the move
     */
    public Transfer move(
            Placed placed, TransferMove.Move move, Actor by, String detail, Instant now, UnaryOperator<Transfer> verb) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Transfer before = read(placed.order()).transfer();
            Transfer after = verb.apply(before);
            if (after.equals(before)) return before;
            if (replace(before, after)) {
                if (after.fence() != before.fence() || after.state() != before.state())
                    entities.persist(new TransferMove(move, after, by, detail, now));
                announce(placed, after);
                return after;
            }
        }
        throw new Conflict("busy", "others keep moving order " + placed.order());
    }

    /**
     * The one door to the table: a conditional UPDATE; false when {@code before} is no longer what is stored. Beside
     * state and fence it asks for what can change under one fence and would have changed the verb's mind: the report of
     * a booking (a return must not overtake it) and a lease that was over and is renewed (counted by offers; a renewal
     * of a living one changes nobody's mind).
     */
    public boolean replace(Transfer before, Transfer after) {
        boolean waits = waits(after);
        return entities.createQuery("update TransferRow t set t.state = :state, t.fence = :fence, t.till = :till,"
                                + " t.leaseUntil = :lease, t.offers = :offers, t.offerAgainAt = :again,"
                                + " t.episode = :episode, t.since = :since, t.booked = :booked, t.owner = :owner,"
                                + " t.waitingLocation = case when :waits = true then t.location else null end,"
                                + " t.waitingSince = case when :waits = false then null"
                                + " when :fresh = true then :since else t.waitingSince end,"
                                + " t.unbookedSince = :unbookedSince, t.handOverAnyway = :decided,"
                                + " t.voidAskedAt = case when :waits = true then null else t.voidAskedAt end,"
                                + " t.ageFrom = :ageFrom"
                                + " where t.order = :order and t.state = :oldState and t.fence = :oldFence"
                                + " and t.booked = :oldBooked and t.offers = :oldOffers")
                        .setParameter("state", after.state())
                        .setParameter("fence", after.fence())
                        .setParameter("till", after.till())
                        .setParameter("lease", after.leaseUntil())
                        .setParameter("offers", after.offers())
                        .setParameter("again", after.offerAgainAt())
                        .setParameter("episode", after.episode())
                        .setParameter("since", after.since())
                        .setParameter("booked", after.booked())
                        .setParameter("owner", after.owner())
                        .setParameter("unbookedSince", unbooked(after) ? after.since() : null)
                        .setParameter("decided", after.age().decided())
                        .setParameter("ageFrom", waits ? ageFrom(after.age()) : null)
                        .setParameter("waits", waits)
                        .setParameter("fresh", waits && !waits(before))
                        .setParameter("order", before.order())
                        .setParameter("oldState", before.state())
                        .setParameter("oldFence", before.fence())
                        .setParameter("oldBooked", before.booked())
                        .setParameter("oldOffers", before.offers())
                        .executeUpdate()
                == 1;
    }

    public Placed placed(OrderId id) {
        TransferRow row = read(id.value());
        return new Placed(id.value(), row.tenant(), row.location());
    }

    /** Refuses as unknown what lies outside the caller's scope (T49). */
    public Placed placed(Scope scope, OrderId id) {
        Placed found = placed(id);
        if (!scope.covers(new TenantId(found.tenant()), new LocationId(found.location())))
            throw new Orders.UnknownOrder(id.toString());
        return found;
    }

    public Transfer get(OrderId id) {
        return read(id.value()).transfer();
    }

    /** Detached: what it shows is not changed by looking. */
    public TransferRow row(OrderId id) {
        return read(id.value());
    }

    /** Writes into an order's history what moved nothing, and tells the pages that show it. */
    public void note(Placed placed, TransferMove.Move what, Actor by, String detail, Instant now) {
        entities.persist(new TransferMove(what, read(placed.order()).transfer(), by, detail, now));
        changes.fire(new Changed(Changed.What.ORDER, placed.tenant(), placed.location(), placed.order()));
    }

    /**
     * What a till may be offered, oldest first: its own unacknowledged orders, then what is free. Orders that nobody
     * manages to keep come alone and after all others. What is too old is passed over until a person decided.
     *
     * @param askAfter how long past its promised time the location hands an order over without asking
     */
    List<UUID> offerable(LocationId location, TillId till, Instant now, Duration askAfter, int max) {
        List<Offer> found = entities.createQuery(
                        Projection.of(Offer.class, "t.order, t.offers")
                                + " from TransferRow t where t.waitingLocation = :location"
                                + " and t.ageFrom > :oldest"
                                + " and (t.till = :till or t.state = :pending or t.leaseUntil <= :now)"
                                + " and (t.offerAgainAt is null or t.offerAgainAt <= :now)"
                                + " order by case when t.offers >= :patience then 1 else 0 end,"
                                + " case when t.till = :till then 0 else 1 end, t.placedAt, t.order",
                        Offer.class)
                .setParameter("location", location.value())
                .setParameter("till", till.value())
                .setParameter("oldest", now.minus(askAfter))
                .setParameter("pending", PosTransfer.PENDING)
                .setParameter("now", now)
                .setParameter("patience", Transfer.PATIENCE)
                .setMaxResults(max)
                .getResultList();
        boolean onlyStubborn = found.stream().allMatch(Offer::isStubborn);
        return found.stream()
                .filter(offer -> onlyStubborn || !offer.isStubborn())
                .limit(onlyStubborn ? 1 : max)
                .map(Offer::order)
                .toList();
    }

    private record Offer(UUID order, int offers) {
        boolean isStubborn() {
            return offers >= Transfer.PATIENCE;
        }
    }

    /** Whether this till ever claimed the order and got this fence for it; read from the order's history. */
    public boolean wasHanded(OrderId order, TillId till, long fence) {
        return !entities.createQuery(
                        "select m.id from TransferMove m where m.order = :order and m.move = :claim"
                                + " and m.actorId = :till and m.fence = :fence",
                        UUID.class)
                .setParameter("order", order.value())
                .setParameter("claim", TransferMove.Move.CLAIM)
                .setParameter("till", till.value().toString())
                .setParameter("fence", fence)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public List<UUID> claimedBy(TillId till) {
        return heldBy(till, "t.state = 'CLAIMED'");
    }

    /** Acknowledged and not booked, however short ago. */
    public List<UUID> unbookedBy(TillId till) {
        return heldBy(till, "t.unbookedSince is not null");
    }

    private List<UUID> heldBy(TillId till, String how) {
        return entities.createQuery(
                        "select t.order from TransferRow t where t.till = :till and " + how + " order by t.placedAt",
                        UUID.class)
                .setParameter("till", till.value())
                .getResultList();
    }

    private TransferRow read(UUID order) {
        TransferRow row = entities.find(TransferRow.class, order);
        if (row == null) throw new Orders.UnknownOrder(order.toString());
        entities.detach(row);
        return row;
    }

    private void announce(Placed placed, Transfer after) {
        changes.fire(new Changed(Changed.What.ORDER, placed.tenant(), placed.location(), placed.order()));
        if (after.state() == PosTransfer.PENDING)
            changes.fire(new Changed(Changed.What.ORDER_WAITING, placed.tenant(), placed.location(), placed.order()));
    }

    private static boolean unbooked(Transfer transfer) {
        return transfer.state() == PosTransfer.TRANSFERRED_AUTO && !transfer.booked();
    }

    private static Instant ageFrom(Transfer.Age age) {
        return age.decided() ? TransferRow.NEVER_OLD : age.promisedAt();
    }

    private static boolean waits(Transfer transfer) {
        return transfer.state() == PosTransfer.PENDING || transfer.state() == PosTransfer.CLAIMED;
    }

    /** An order and whose it is. */
    public record Placed(UUID order, UUID tenant, UUID location) {}
}
