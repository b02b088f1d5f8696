package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.audit.Audit;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.mail.MailLog;
import de.hypersoft.esolutions.notifications.mail.MailServer;
import de.hypersoft.esolutions.notifications.mail.Mails;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.stage.Transactions;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Reach;
import de.hypersoft.esolutions.tenancy.Tenants;
import de.hypersoft.esolutions.testing.HandClock;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A location with orders that no till has, and the mails about them. */
public abstract class UnclaimedOrdersStage {

    public static final Duration INTERVAL = Duration.ofMinutes(30);

    public final Store store;
    public final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");
    public final UnclaimedOrders unclaimed;
    public final Location location;

    public UnclaimedOrdersStage(Store store) {
        this.store = store;
        this.unclaimed = node();
        this.location = WaitingOrder.at(store, clock.instant(), "chef@linde.example");
    }

    @BeforeEach
    public void empty() {
        QueuedMail.none(store);
        sql("update pos.transfer set waiting_since = null, waiting_location = null");
    }

    public final UnclaimedOrders node() {
        return new UnclaimedOrders(
                Transactions.around(
                        store,
                        new Reminders(
                                store.entities(),
                                new ClusterLock(store.entities()),
                                new Orders(store.entities()),
                                new Locations(store.entities()),
                                new Tenants(store.entities()),
                                OneAddress.PORTAL,
                                new Mails(store.entities(), clock),
                                clock)),
                clock,
                new Looks(clock, () -> 0));
    }

    public List<MailLog.Entry> about(UUID order) {
        MailServer none =
                new MailServer(Optional.empty(), 25, Optional.empty(), Optional.empty(), "none", "a@b.example");
        MailLog log = new MailLog(store.entities(), new Audit(store.entities(), clock), none, clock);
        return Transactions.around(store, log).about(new Reach.Installation(), order);
    }

    public List<String> digests() {
        return store.in(() -> store.entities()
                .createNativeQuery(
                        "select m.body_text from notifications.mail m where m.kind = 'UNCLAIMED_DIGEST'"
                                + " and m.location_id = :location order by m.id",
                        String.class)
                .setParameter("location", location.id().value())
                .getResultStream()
                .map(String.class::cast)
                .toList());
    }

    public void fetched(UUID order, int times, Instant again) {
        store.run(() -> store.entities()
                .createNativeQuery("update pos.transfer set state = 'CLAIMED', offers = :times, offer_again_at = :again"
                        + " where order_id = :order")
                .setParameter("times", times)
                .setParameter("again", again)
                .setParameter("order", order)
                .executeUpdate());
    }

    public void sql(String statement) {
        store.run(() -> store.entities().createNativeQuery(statement).executeUpdate());
    }
}
