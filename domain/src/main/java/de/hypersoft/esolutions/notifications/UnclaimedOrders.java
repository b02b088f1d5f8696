package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.kernel.Duties;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
import de.hypersoft.esolutions.tenancy.LocationDetails;
import de.hypersoft.esolutions.tenancy.LocationId;
import de.hypersoft.esolutions.tenancy.Locations;
import de.hypersoft.esolutions.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/**
 * Writes to a location whose orders no till has fetched in time: after its own wait (default five minutes) to the
 * location, after a longer one to its second contact. Counted from the moment the order became transferable. And at once
 * when a till fetched an order three times without keeping it: it will hardly do so the fourth time. Once per episode
 * (T25, I6). Touches neither the order nor its transfer (T26).
 */
@ApplicationScoped
@Transactional
public class UnclaimedOrders {

    /** Shorter than mails are kept, so that a swept mail is never written again. */
    private static final Duration TOO_OLD = Duration.ofDays(30);

    /** From the third offer on an order has a time of its next one; when that has come, the third was in vain. */
    private static final String UNKEPT = "t.offers >= 3 and t.offer_again_at <= :now";

    private final EntityManager entities;
    private final Duties duties;
    private final Orders orders;
    private final Locations locations;
    private final Tenants tenants;
    private final Mails mails;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected UnclaimedOrders() { // CDI
        this(null, null, null, null, null, null, null);
    }

    @Inject
    UnclaimedOrders(
            EntityManager entities,
            Duties duties,
            Orders orders,
            Locations locations,
            Tenants tenants,
            Mails mails,
            Clock clock) {
        this.entities = entities;
        this.duties = duties;
        this.orders = orders;
        this.locations = locations;
        this.tenants = tenants;
        this.mails = mails;
        this.clock = clock;
    }

    /** Queues at most {@code limit} mails of each kind; returns how many. Finding nothing it writes nothing. */
    public int remind(int limit) {
        return remind(MailKind.UNCLAIMED_ORDER, "l.mail_to", waitingFor("l.unclaimed_after_seconds"), limit)
                + remind(
                        MailKind.SECOND_CONTACT,
                        "l.second_contact",
                        waitingFor("l.second_contact_after_seconds"),
                        limit)
                + remind(MailKind.UNKEPT_ORDER, "l.mail_to", UNKEPT, limit);
    }

    private static String waitingFor(String seconds) {
        return "t.waiting_since + " + seconds + " * interval '1' second <= :now";
    }

    private int remind(MailKind kind, String recipient, String reason, int limit) {
        if (due(kind, recipient, reason, 1).isEmpty() || !duties.take("unclaimed-orders")) return 0;
        List<Object[]> due = due(kind, recipient, reason, limit);
        for (Object[] row : due) remind(kind, row);
        return due.size();
    }

    private void remind(MailKind kind, Object[] row) {
        UUID order = (UUID) row[0];
        Location location = locations.get(new LocationId((UUID) row[1]));
        LocationDetails details = location.details();
        MailText text = UnclaimedText.of(
                kind,
                orders.get(new OrderId(order)).document(),
                details,
                (Instant) row[3],
                tenants.get(location.tenant()).defaultLanguage());
        mails.queue(new Draft(
                kind,
                order,
                (Integer) row[2],
                location.tenant().value(),
                location.id().value(),
                (String) row[4],
                text));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> due(MailKind kind, String recipient, String reason, int limit) {
        Instant now = clock.instant();
        return entities.createNativeQuery("select t.order_id, t.location_id, t.episode, t.waiting_since, " + recipient
                        + " as recipient from pos.transfer t join tenancy.location l on l.id = t.location_id"
                        + " where t.waiting_since > :oldest and " + recipient + " is not null"
                        + " and " + reason
                        + " and not exists (select 1 from notifications.mail m where m.about_id = t.order_id"
                        + " and m.kind = :kind and m.episode = t.episode)"
                        + " order by t.waiting_since fetch first " + limit + " rows only")
                .setParameter("oldest", now.minus(TOO_OLD))
                .setParameter("now", now)
                .setParameter("kind", kind.name())
                .unwrap(NativeQuery.class)
                .addScalar("order_id", UUID.class)
                .addScalar("location_id", UUID.class)
                .addScalar("episode", Integer.class)
                .addScalar("waiting_since", Instant.class)
                .addScalar("recipient", String.class)
                .getResultList();
    }
}
