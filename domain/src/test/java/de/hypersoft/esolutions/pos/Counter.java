package de.hypersoft.esolutions.pos;

import de.hypersoft.esolutions.catalog.TestLocations;
import de.hypersoft.esolutions.catalog.Told;
import de.hypersoft.esolutions.catalog.availability.Availabilities;
import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.outbox.Changed;
import de.hypersoft.esolutions.kernel.outbox.DomainEvent;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.pos.board.DecideOverdueOrders;
import de.hypersoft.esolutions.pos.board.OrderBoard;
import de.hypersoft.esolutions.pos.report.ReportEvents;
import de.hypersoft.esolutions.pos.report.VoidOrders;
import de.hypersoft.esolutions.pos.report.Voids;
import de.hypersoft.esolutions.pos.tills.AuthenticateTill;
import de.hypersoft.esolutions.pos.tills.Presence;
import de.hypersoft.esolutions.pos.tills.Till;
import de.hypersoft.esolutions.pos.tills.TillId;
import de.hypersoft.esolutions.pos.tills.TillTasks;
import de.hypersoft.esolutions.pos.tills.Tills;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A location with its tills and orders that wait for them, and the handover's use cases as every node has them. */
@SuppressWarnings("NullAway") // what is never asked is not there
public final class Counter {

    private final Store store;
    private final HandClock clock;
    private final Location location;
    private final Tills tills;
    public final Told<DomainEvent> events = new Told<>();

    /** What woke whoever waits. */
    public final Told<Changed> changes = new Told<>();

    public Counter(Store store, HandClock clock) {
        this.store = store;
        this.clock = clock;
        this.location = TestLocations.open(store, clock.instant());
        this.tills = new Tills(store.entities());
    }

    public Location location() {
        return location;
    }

    /** A control till whose device is paired under this journal. */
    public TillId till(String journal) {
        return store.in(() -> {
            int number = tills.nextNumber(location.id().value());
            Till made = new Till(
                    location.tenant(),
                    location.id(),
                    number,
                    "Kasse " + number,
                    Till.Kind.CONTROL_TILL,
                    clock.instant());
            made.pair(UUID.randomUUID().toString(), journal, "test", clock.instant());
            tills.add(made);
            return made.id();
        });
    }

    /** The till as it is read from the database when a call arrives. */
    public AuthenticateTill.Device device(TillId till) {
        return store.in(() -> tills.get(till).device());
    }

    /** An order that no till has. */
    public OrderId placed() {
        UUID id = UUID.randomUUID();
        store.run(() -> {
            for (String insert : List.of(
                    "insert into ordering.customer_order (id, tenant_id, location_id, order_number, placed_at,"
                            + " order_type, guest_name, guest_phone, currency, total_minor, status, status_at,"
                            + " idempotency_key, request_hash, tracking_token, document, version) values (:id, :tenant,"
                            + " :location, '" + id.toString().substring(0, 12) + "', :now, 'PICKUP', 'Anna', '030 1',"
                            + " 'EUR', 2380, 'PLACED', :now, '" + id + "', 'x', '" + id + "', '{}', 0)",
                    "insert into pos.transfer (order_id, tenant_id, location_id, placed_at, state, fence, offers,"
                            + " episode, state_since, booked, waiting_location, waiting_since, may_be_doubled,"
                            + " promised_at, age_from) values"
                            + " (:id, :tenant, :location, :now, 'PENDING', 0, 0, 1, :now, false, :location, :now, false, :now,"
                            + " :now)"))
                store.entities()
                        .createNativeQuery(insert)
                        .setParameter("id", id)
                        .setParameter("tenant", location.tenant().value())
                        .setParameter("location", location.id().value())
                        .setParameter("now", clock.instant())
                        .executeUpdate();
        });
        return new OrderId(id);
    }

    public Transfer standsAt(OrderId order) {
        return store.in(() -> transfers().get(order));
    }

    public Presence presence() {
        return Transactions.around(store, new Presence(store.entities(), clock));
    }

    public ClaimOrders claims() {
        return Transactions.around(
                store,
                new ClaimOrders(
                        tills,
                        transfers(),
                        new Orders(store.entities()),
                        new Locations(store.entities()),
                        new TillTasks(store.entities(), new NobodyFollows(), voids(), changes, clock),
                        new PosSettings(60),
                        store.entities(),
                        clock));
    }

    public AcknowledgeOrders acknowledgements() {
        return Transactions.around(
                store, new AcknowledgeOrders(tills, transfers(), new TransferNotes(store.entities()), clock));
    }

    public ReportEvents reports() {
        return Transactions.around(
                store,
                new ReportEvents(
                        tills,
                        transfers(),
                        new TransferNotes(store.entities()),
                        voids(),
                        new Orders(store.entities()),
                        store.entities(),
                        events,
                        changes,
                        clock));
    }

    public TillTasks tasks() {
        return Transactions.around(
                store, new TillTasks(store.entities(), new NobodyFollows(), voids(), changes, clock));
    }

    public VoidOrders voidOrders() {
        return Transactions.around(
                store,
                new VoidOrders(
                        transfers(),
                        new TransferNotes(store.entities()),
                        voids(),
                        new TillTasks(store.entities(), new NobodyFollows(), voids(), changes, clock),
                        new Orders(store.entities()),
                        new Audit(store.entities(), clock),
                        clock));
    }

    /** Without counted portions. */
    public Handovers handovers() {
        return Transactions.around(
                store,
                new Handovers(
                        transfers(),
                        new TransferNotes(store.entities()),
                        new Locations(store.entities()),
                        new TickKeys(store.entities()),
                        new Orders(store.entities()),
                        new Availabilities(null, null, null, null, null) {
                            @Override
                            public void giveBack(LocationId at, Map<String, Integer> quantities) {}
                        },
                        new Audit(store.entities(), clock),
                        events,
                        clock));
    }

    public DecideOverdueOrders decideOverdue() {
        return Transactions.around(
                store,
                new DecideOverdueOrders(
                        transfers(),
                        new TransferNotes(store.entities()),
                        new Orders(store.entities()),
                        new Locations(store.entities()),
                        new Audit(store.entities(), clock),
                        clock));
    }

    public OrderBoard board() {
        return Transactions.around(
                store, new OrderBoard(store.entities(), transfers(), new Orders(store.entities()), clock));
    }

    private Voids voids() {
        return new Voids(store.entities(), tills, transfers(), new Orders(store.entities()), events);
    }

    private Transfers transfers() {
        return new Transfers(store.entities(), new Told<Changed>());
    }
}
