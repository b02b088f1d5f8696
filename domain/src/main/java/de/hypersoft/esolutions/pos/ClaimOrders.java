package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.kernel.database.RetryOnConflict;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.tills.JournalRolledBack;
import de.hypersoft.esolutions.pos.tills.ReceivesNoOrders;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import de.hypersoft.esolutions.pos.tills.Tills;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.LocationLimits;
import de.hypersoft.esolutions.tenancy.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Move 1: a control till asks for orders. An empty answer has written nothing. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class ClaimOrders {

    /** However much a till asks for. */
    public static final int MOST_AT_ONCE = 50;

    private static final String WORK = "select distinct t.waitingLocation from TransferRow t, Location l"
            + " where l.id = t.waitingLocation and l.emergencySince is null and t.ageFrom > :oldest"
            + " and t.ageFrom + (l.askBeforeHandoverSeconds second) > :now"
            + " and (t.state = :pending or t.leaseUntil <= :now)"
            + " and (t.offerAgainAt is null or t.offerAgainAt <= :now)";

    private final Tills tills;
    private final Transfers transfers;
    private final Orders orders;
    private final Locations locations;
    private final TillTasks tasks;
    private final PosSettings settings;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public ClaimOrders(
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
     * The first word of a call.
     *
     * @throws JournalRolledBack when another journal speaks for the till, or this one told its number before; then nothing
     *     of the call is stored
     * @throws de.hypersoft.esolutions.kernel.Forbidden {@code receives-no-orders}
     */
    public Claims claim(TillId tillId, Journal journal, int max) {
        return answer(tillId, journal, max)
                .orElseThrow(() ->
                        JournalRolledBack.toldBefore(tillId, tills.get(tillId).number()));
    }

    /**
     * The same call once more while it waits, each time something may have come for it.
     *
     * @return empty when a later call of its journal was answered meanwhile: this one ends with empty hands, and if it was
     *     a clone's, the next one is refused on arrival
     * @throws JournalRolledBack as {@link #claim}
     */
    public Optional<Claims> claimWaiting(TillId tillId, Journal journal, int max) {
        return answer(tillId, journal, max);
    }

    private Optional<Claims> answer(TillId tillId, Journal journal, int max) {
        Till till = tills.calling(tillId);
        if (!till.receivesOrders()) throw new ReceivesNoOrders(till);
        boolean first = till.journal(journal.id());
        List<TillTasks.Task> open = tasks.open(tillId);
        Location location = locations.get(till.location());
        List<UUID> offered = location.inEmergency()
                ? List.of()
                : transfers.offerable(
                        till.location(),
                        tillId,
                        clock.instant(),
                        location.limits().askBeforeHandover(),
                        Math.max(1, Math.min(max, MOST_AT_ONCE)));
        if (first || !offered.isEmpty()) {
            Tills.Telling telling = tills.tell(till, journal);
            if (telling == Tills.Telling.PASSED) return Optional.empty();
            if (telling == Tills.Telling.TWIN) throw JournalRolledBack.toldBefore(tillId, till.number());
        }
        tills.believed(till, clock.instant());
        return Optional.of(new Claims(claim(till, location, offered), open));
    }

    private List<Claim> claim(Till till, Location location, List<UUID> offered) {
        Instant now = clock.instant();
        Duration askAfter = location.limits().askBeforeHandover();
        List<Claim> claims = new ArrayList<>();
        for (UUID id : offered) {
            Transfers.Placed placed = new Transfers.Placed(
                    id, till.tenant().value(), till.location().value());
            try {
                Transfer held = transfers.move(
                        placed,
                        TransferMove.Move.CLAIM,
                        till.actor(),
                        "",
                        now,
                        t -> t.claim(till.id().value(), till.name(), now, settings.lease(), askAfter));
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

    /** Which of these tills have something else to do than to fetch orders; one query for all waiting polls of this node. */
    public Set<TillId> withTask(Collection<TillId> waiting) {
        return tasks.withOpen(waiting);
    }

    /**
     * Which of these locations have something a till could fetch; one query for all waiting polls of this node. What is
     * too old is no work; what is older than any location may set is not even read. Of many locations nearly all have
     * nothing, so it is asked which ones have something: that costs what waits, however many tills do.
     */
    public Set<LocationId> withWork(Collection<LocationId> waiting) {
        if (waiting.isEmpty()) return Set.of();
        Instant now = clock.instant();
        boolean few = waiting.size() <= TillTasks.FEW;
        TypedQuery<UUID> query = entities.createQuery(
                        WORK + (few ? " and t.waitingLocation in :locations" : " and t.waitingSince > :ever"),
                        UUID.class)
                .setParameter("pending", PosTransfer.PENDING)
                .setParameter("oldest", now.minus(LocationLimits.LONGEST_ASK))
                .setParameter("now", now);
        if (few)
            query.setParameter(
                    "locations", waiting.stream().map(LocationId::value).toList());
        else query.setParameter("ever", Instant.EPOCH);
        Set<LocationId> asked = new HashSet<>(waiting);
        return query.getResultStream()
                .map(LocationId::new)
                .filter(asked::contains)
                .collect(Collectors.toSet());
    }

    /**
     * The till's journal as it names itself on each call.
     *
     * @param seq a number of its own for each call, higher than any before
     * @param call up to 64 characters that name this one call; the same call repeated bears the same
     */
    public record Journal(String id, long seq, String call) {
        /** A call without a name of its own is never the same one again. */
        public Journal(String id, long seq) {
            this(id, seq, UUID.randomUUID().toString());
        }
    }

    /** @param order the order's JSON as it was stored at placement */
    public record Claim(long fence, int leaseSeconds, String order) {}

    public record Claims(List<Claim> claims, List<TillTasks.Task> tasks) {
        public boolean isEmpty() {
            return claims.isEmpty() && tasks.isEmpty();
        }
    }
}
