package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.RetryOnConflict;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Move 1: a control till asks for orders. An empty answer has written nothing. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class ClaimOrders {

    /** However much a till asks for. */
    public static final int MOST_AT_ONCE = 50;

    private final Tills tills;
    private final Transfers transfers;
    private final Orders orders;
    private final Locations locations;
    private final TillTasks tasks;
    private final PosSettings settings;
    private final EntityManager entities;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected ClaimOrders() { // CDI
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ClaimOrders(
            Tills tills,
            Transfers transfers,
            Orders orders,
            Locations locations,
            TillTasks tasks,
            PosSettings settings,
            EntityManager entities,
            Clock clock) {
        this.tills = tills;
        this.transfers = transfers;
        this.orders = orders;
        this.locations = locations;
        this.tasks = tasks;
        this.settings = settings;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Asked again and again for a poll that waits; its journal's number was checked when it came ({@link Presence}).
     *
     * @throws JournalRolledBack when another journal speaks for the till
     * @throws de.hypersoft.esolutions.kernel.Forbidden {@code receives-no-orders}
     */
    public Claims claim(TillId tillId, Journal journal, int max) {
        Till till = tills.calling(tillId);
        if (!till.receivesOrders()) throw new ReceivesNoOrders(till);
        till.journal(journal.id());
        List<TillTasks.Task> open = tasks.open(tillId);
        Location location = locations.get(till.location());
        if (location.inEmergency()) return new Claims(List.of(), open);
        List<Claim> claims = claim(till, Math.max(1, Math.min(max, MOST_AT_ONCE)));
        if (!claims.isEmpty()) tills.remember(tillId, journal.seq());
        return new Claims(claims, open);
    }

    private List<Claim> claim(Till till, int max) {
        Instant now = clock.instant();
        List<Claim> claims = new ArrayList<>();
        for (UUID id : transfers.offerable(till.location(), till.id(), now, max)) {
            Transfers.Placed placed = new Transfers.Placed(
                    id, till.tenant().value(), till.location().value());
            try {
                Transfer held = transfers.move(
                        placed,
                        TransferMove.Move.CLAIM,
                        till.actor(),
                        "",
                        now,
                        t -> t.claim(till.id().value(), till.name(), now, settings.lease()));
                claims.add(new Claim(
                        held.fence(),
                        (int) settings.lease().toSeconds(),
                        orders.get(new OrderId(id)).json()));
            } catch (TransferRefused somebodyWasFaster) {
                continue;
            }
        }
        return claims;
    }

    /** Whether this till has something else to do than to fetch orders. */
    public boolean hasTask(TillId till) {
        return !tasks.open(till).isEmpty();
    }

    /** Which of these locations have something a till could fetch; one query for all waiting polls of this node. */
    public Set<LocationId> withWork(Collection<LocationId> waiting) {
        if (waiting.isEmpty()) return Set.of();
        Set<LocationId> result = new HashSet<>();
        entities.createQuery(
                        "select distinct t.waitingLocation from TransferRow t, Location l"
                                + " where l.id = t.waitingLocation and l.emergencySince is null"
                                + " and t.waitingLocation in :locations"
                                + " and (t.state = :pending or t.leaseUntil <= :now)"
                                + " and (t.offerAgainAt is null or t.offerAgainAt <= :now)",
                        UUID.class)
                .setParameter(
                        "locations", waiting.stream().map(LocationId::value).toList())
                .setParameter("pending", PosTransfer.PENDING)
                .setParameter("now", clock.instant())
                .getResultStream()
                .forEach(id -> result.add(new LocationId(id)));
        return result;
    }

    /** The till's journal as it names itself on each call. */
    public record Journal(String id, long seq) {}

    /** @param order the order's JSON as it was stored at placement */
    public record Claim(long fence, int leaseSeconds, String order) {}

    public record Claims(List<Claim> claims, List<TillTasks.Task> tasks) {
        public boolean isEmpty() {
            return claims.isEmpty() && tasks.isEmpty();
        }
    }
}
