package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.kernel.Duties;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.Location;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** Which orders have to be written about, and each mail in a transaction of its own. */
@ApplicationScoped
@Transactional
class Reminders {

    private static final List<MailKind> KINDS =
            List.of(MailKind.UNCLAIMED_ORDER, MailKind.SECOND_CONTACT, MailKind.UNKEPT_ORDER);

    /** Shorter than mails are kept, so that a swept mail is never written again. */
    private static final Duration TOO_OLD = Duration.ofDays(30);

    private final EntityManager entities;
    private final Duties duties;
    private final Orders orders;
    private final Locations locations;
    private final Tenants tenants;
    private final PortalAddress portal;
    private final Mails mails;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected Reminders() { // CDI
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    Reminders(
            EntityManager entities,
            Duties duties,
            Orders orders,
            Locations locations,
            Tenants tenants,
            PortalAddress portal,
            Mails mails,
            Clock clock) {
        this.entities = entities;
        this.duties = duties;
        this.orders = orders;
        this.locations = locations;
        this.tenants = tenants;
        this.portal = portal;
        this.mails = mails;
        this.clock = clock;
    }

    /** A mail that is due: about which order, to whom. */
    record Due(MailKind kind, UUID order, UUID location, int episode, Instant waitingSince, String recipient) {}

    /** At most {@code limit} of each kind, who waits the longest first. */
    public List<Due> due(int limit) {
        List<Due> due = new ArrayList<>();
        for (MailKind kind : KINDS) due.addAll(due(kind, "", limit));
        return due;
    }

    /** False when another node is at it, or when the order was fetched meanwhile. */
    public boolean write(Due due) {
        if (!duties.take("unclaimed-orders")) return false;
        boolean still =
                due(due.kind(), " and t.order_id = '" + due.order() + "'", 1).contains(due);
        return still && mails.queue(draft(due));
    }

    private Draft draft(Due due) {
        Location location = locations.get(new LocationId(due.location()));
        MailText text = UnclaimedText.of(
                due.kind(),
                orders.get(new OrderId(due.order())).document(),
                location.details(),
                due.waitingSince(),
                portal.link("/orders/" + due.order()),
                tenants.get(location.tenant()).defaultLanguage());
        return new Draft(
                due.kind(),
                due.order(),
                due.episode(),
                location.tenant().value(),
                due.location(),
                due.recipient(),
                text);
    }

    @SuppressWarnings("unchecked")
    private List<Due> due(MailKind kind, String and, int limit) {
        Instant now = clock.instant();
        String recipient = kind == MailKind.SECOND_CONTACT ? "l.second_contact" : "l.mail_to";
        List<Object[]> rows = entities.createNativeQuery(
                        "select t.order_id, t.location_id, t.episode, t.waiting_since, " + recipient
                                + " as recipient from pos.transfer t join tenancy.location l on l.id = t.location_id"
                                + " where t.waiting_since > :oldest and " + recipient + " is not null"
                                + " and " + reason(kind) + and
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
        return rows.stream()
                .map(r -> new Due(kind, (UUID) r[0], (UUID) r[1], (Integer) r[2], (Instant) r[3], (String) r[4]))
                .toList();
    }

    private static String reason(MailKind kind) {
        return switch (kind) {
            case SECOND_CONTACT -> waitingFor("l.second_contact_after_seconds");
            // From the third offer on an order has a time of its next one; when that has come, the third was in vain.
            case UNKEPT_ORDER -> "t.offers >= 3 and t.offer_again_at <= :now";
            default -> waitingFor("l.unclaimed_after_seconds");
        };
    }

    private static String waitingFor(String seconds) {
        return "t.waiting_since + " + seconds + " * interval '1' second <= :now";
    }
}
