package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.mail.Digests;
import de.hypersoft.esolutions.notifications.mail.Draft;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailRound;
import de.hypersoft.esolutions.notifications.mail.Mails;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/**
 * Which orders have to be written about, and each mail in a transaction of its own: the first of a location at its time,
 * then no more than one per interval and kind.
 */
@ApplicationScoped
@Transactional
class Reminders {

    /** In one mail; what is more is told in the next one. */
    private static final int MOST_TOLD = 200;

    /** From the third offer on an order has a time of its next one; when that has come, the third was in vain. */
    private static final String IN_VAIN = "t.offers >= 3 and t.offer_again_at <= :now";

    /** Shorter than mails are kept, so that a swept mail is never written again. */
    private static final Duration TOO_OLD = Duration.ofDays(30);

    private final EntityManager entities;
    private final ClusterLock clusterLock;
    private final Orders orders;
    private final Locations locations;
    private final Tenants tenants;
    private final PortalAddress portal;
    private final Mails mails;
    private final Digests digests;
    private final Clock clock;

    /** In seconds, as of the last look at everything. */
    private volatile Map<MailKind, List<Integer>> patience = Map.of();

    @Inject
    Reminders(
            EntityManager entities,
            ClusterLock clusterLock,
            Orders orders,
            Locations locations,
            Tenants tenants,
            PortalAddress portal,
            Mails mails,
            Clock clock) {
        this.entities = entities;
        this.clusterLock = clusterLock;
        this.orders = orders;
        this.locations = locations;
        this.tenants = tenants;
        this.portal = portal;
        this.mails = mails;
        this.digests = new Digests(entities);
        this.clock = clock;
    }

    /** A mail that is due: about which order, to whom. */
    record Due(MailKind kind, UUID order, UUID location, int episode, Instant waitingSince, String recipient) {}

    /** At most {@code limit} of each kind, who waits the longest first; none of a location written to just before. */
    public List<Due> due(int limit) {
        patience = Map.of(
                MailKind.UNCLAIMED_ORDER, locations.patience(Locations.Patience.UNCLAIMED),
                MailKind.SECOND_CONTACT, locations.patience(Locations.Patience.SECOND_CONTACT));
        List<Due> due = new ArrayList<>(dueSince(clock.instant().minus(TOO_OLD), limit));
        due.addAll(due(MailKind.UNKEPT_ORDER, IN_VAIN, Map.of(), limit));
        return due;
    }

    /**
     * Of these those that became due by waiting since then, a moment earlier to be sure: what waits for longer, or not yet for long
     * enough, costs nothing.
     */
    public List<Due> dueSince(Instant time, int limit) {
        Instant now = clock.instant();
        List<Due> due = new ArrayList<>();
        for (MailKind kind : List.of(MailKind.UNCLAIMED_ORDER, MailKind.SECOND_CONTACT))
            patience.getOrDefault(kind, List.of()).stream()
                    .map(seconds -> due(
                            kind,
                            "t.waiting_since > :from and t.waiting_since <= :until and " + seconds(kind)
                                    + " = :seconds",
                            Looks.fellDue(time, now, seconds),
                            limit))
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(Due::waitingSince))
                    .limit(limit)
                    .forEach(due::add);
        return due;
    }

    /**
     * Writes one mail about all orders of a location that are due: about the one, or a digest of the several.
     *
     * @param without orders that cannot be written about for the time being
     * @return false when another node is at it, the location was written to just before, or nothing is due any more
     * @throws MailRound.Unreadable naming the order that cannot be put into words
     */
    public boolean write(MailKind kind, UUID place, Set<UUID> without) {
        if (!clusterLock.take("unclaimed-orders")) return false;
        Instant now = clock.instant();
        List<Due> due = dueAt(place, kind, MOST_TOLD + without.size()).stream()
                .filter(one -> !without.contains(one.order()))
                .toList();
        if (due.isEmpty()) return false;
        Location location = locations.get(new LocationId(place));
        int number = digests.turn(location.id(), kind, location.limits().digestEvery(), now);
        if (number == 0) return false;
        if (due.size() == 1)
            return mails.queue(
                    draft(kind, due, location, due.get(0).order(), due.get(0).episode()));
        due.forEach(one -> digests.tell(kind, one.order(), one.episode(), place, number, now));
        return mails.queue(draft(kind.digest(), due, location, place, number));
    }

    private Draft draft(MailKind kind, List<Due> due, Location location, UUID about, int episode) {
        UnclaimedText.Place place = new UnclaimedText.Place(
                location.details(),
                location.inEmergency(),
                tenants.get(location.tenant()).defaultLanguage(),
                clock.instant());
        return new Draft(
                kind,
                about,
                episode,
                location.tenant().value(),
                location.id().value(),
                due.get(0).recipient(),
                UnclaimedText.of(
                        kind.single(),
                        due.stream().map(one -> waiting(one, place)).toList(),
                        place));
    }

    private UnclaimedText.Waiting waiting(Due due, UnclaimedText.Place place) {
        try {
            UnclaimedText.Waiting waiting = new UnclaimedText.Waiting(
                    orders.get(new OrderId(due.order())).document(),
                    due.waitingSince(),
                    portal.link("/orders/" + due.order()));
            UnclaimedText.of(due.kind(), List.of(waiting), place); // one that cannot be worded must not spoil a digest
            return waiting;
        } catch (RuntimeException e) {
            throw new MailRound.Unreadable(due.order(), e);
        }
    }

    /** Of one location, and with what is due what has waited for most of the time. */
    private List<Due> dueAt(UUID place, MailKind kind, int limit) {
        String reason = kind == MailKind.UNKEPT_ORDER
                ? IN_VAIN
                : "t.waiting_since + " + seconds(kind) + Digests.MOSTLY + " * interval '1' second <= :now";
        return due(kind, reason + " and t.location_id = :place", Map.of("place", place), limit);
    }

    /** @param values of the reason, but for the time of now */
    @SuppressWarnings("unchecked")
    private List<Due> due(MailKind kind, String reason, Map<String, ?> values, int limit) {
        Instant now = clock.instant();
        String recipient = kind == MailKind.SECOND_CONTACT ? "l.second_contact" : "l.mail_to";
        NativeQuery<?> query = entities.createNativeQuery(
                        "select t.order_id, t.location_id, t.episode, t.waiting_since, " + recipient
                                + " as recipient from pos.transfer t join tenancy.location l on l.id = t.location_id"
                                + " where t.waiting_since > :oldest and " + recipient + " is not null"
                                + " and " + reason
                                + " and not exists (select 1 from notifications.mail m where m.about_id = t.order_id"
                                + " and m.kind = :kind and m.episode = t.episode)"
                                + Digests.NOT_TOLD + Digests.NOT_QUIET
                                + " order by t.waiting_since fetch first " + limit + " rows only",
                        Found.class)
                .setParameter("oldest", now.minus(TOO_OLD))
                .setParameter("now", now)
                .setParameter("kind", kind.name())
                .unwrap(NativeQuery.class);
        values.forEach(query::setParameter);
        List<Found> found = (List<Found>) query.addScalar("order_id", UUID.class)
                .addScalar("location_id", UUID.class)
                .addScalar("episode", Integer.class)
                .addScalar("waiting_since", Instant.class)
                .addScalar("recipient", String.class)
                .getResultList();
        return found.stream().map(one -> one.due(kind)).toList();
    }

    private record Found(UUID order, UUID location, int episode, Instant waitingSince, String recipient) {
        Due due(MailKind kind) {
            return new Due(kind, order, location, episode, waitingSince, recipient);
        }
    }

    private static String seconds(MailKind kind) {
        return kind == MailKind.SECOND_CONTACT ? "l.second_contact_after_seconds" : "l.unclaimed_after_seconds";
    }
}
