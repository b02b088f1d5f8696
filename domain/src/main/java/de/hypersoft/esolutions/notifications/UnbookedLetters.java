package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.PortalAddress;
import de.hypersoft.esolutions.kernel.Duties;
import de.hypersoft.esolutions.ordering.OrderDocument;
import de.hypersoft.esolutions.ordering.OrderId;
import de.hypersoft.esolutions.ordering.Orders;
import de.hypersoft.esolutions.tenancy.LocationId;
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
import org.jspecify.annotations.Nullable;

/** Which orders a location has to be written to about since its till did not book them; each mail in its own transaction. */
@ApplicationScoped
@Transactional
class UnbookedLetters {

    /** Shorter than mails are kept, so that a swept mail is never written again. */
    private static final Duration TOO_OLD = Duration.ofDays(30);

    private final EntityManager entities;
    private final Duties duties;
    private final Orders orders;
    private final LocationLetters letters;
    private final PortalAddress portal;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected UnbookedLetters() { // CDI
        this(null, null, null, null, null, null);
    }

    @Inject
    UnbookedLetters(
            EntityManager entities,
            Duties duties,
            Orders orders,
            LocationLetters letters,
            PortalAddress portal,
            Clock clock) {
        this.entities = entities;
        this.duties = duties;
        this.orders = orders;
        this.letters = letters;
        this.portal = portal;
        this.clock = clock;
    }

    /** @param till its name as it was when it acknowledged */
    record Due(
            UUID order,
            UUID location,
            int episode,
            Instant since,
            @Nullable String till) {}

    /** What was acknowledged the longest ago first. */
    public List<Due> due(int limit) {
        return due("", limit);
    }

    /** False when another node is at it, or when the order was booked, settled or returned meanwhile. */
    public boolean write(Due due) {
        if (!duties.take("unbooked-orders")) return false;
        boolean still = due(" and t.order_id = '" + due.order() + "'", 1).contains(due);
        return still
                && letters.queue(
                        MailKind.UNBOOKED_ORDER,
                        due.order(),
                        due.episode(),
                        new LocationId(due.location()),
                        (texts, location) -> text(due, location.name(), texts));
    }

    private MailText text(Due due, String place, Texts texts) {
        OrderDocument order = orders.get(new OrderId(due.order())).document();
        String till = due.till() == null ? "" : due.till();
        return new Sheet()
                .say(texts.say("unbooked.intro", till, order.orderNumber(), texts.time(due.since())))
                .gap()
                .say(texts.say("type." + order.orderType()) + ", " + texts.say("fulfil", texts.time(order.fulfilAt())))
                .say(texts.say(
                        "unclaimed.guest",
                        texts.typed(order.guest().name()),
                        order.guest().phone()))
                .row(texts.say("total"), texts.money(order.total()))
                .gap()
                .say(texts.say("unbooked.todo"))
                .link(texts.say("unclaimed.portal"), portal.link("/orders/" + due.order()))
                .gap()
                .say(texts.say("unbooked.otherwise"))
                .mail(texts.language(), texts.say("unbooked.subject", order.orderNumber(), place));
    }

    @SuppressWarnings("unchecked")
    private List<Due> due(String and, int limit) {
        Instant now = clock.instant();
        List<Object[]> rows = entities.createNativeQuery(
                        "select t.order_id, t.location_id, t.episode, t.unbooked_since, t.owner"
                                + " from pos.transfer t join tenancy.location l on l.id = t.location_id"
                                + " where t.unbooked_since > :oldest"
                                + " and t.unbooked_since + l.booked_within_seconds * interval '1' second <= :now" + and
                                + " and not exists (select 1 from notifications.mail m where m.about_id = t.order_id"
                                + " and m.kind = 'UNBOOKED_ORDER' and m.episode = t.episode)"
                                + " order by t.unbooked_since fetch first " + limit + " rows only")
                .setParameter("oldest", now.minus(TOO_OLD))
                .setParameter("now", now)
                .unwrap(NativeQuery.class)
                .addScalar("order_id", UUID.class)
                .addScalar("location_id", UUID.class)
                .addScalar("episode", Integer.class)
                .addScalar("unbooked_since", Instant.class)
                .addScalar("owner", String.class)
                .getResultList();
        return rows.stream()
                .map(r -> new Due((UUID) r[0], (UUID) r[1], (Integer) r[2], (Instant) r[3], (String) r[4]))
                .toList();
    }
}
