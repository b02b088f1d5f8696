package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.hostnames.shopfront.PortalAddress;
import de.hypersoft.esolutions.kernel.database.ClusterLock;
import de.hypersoft.esolutions.notifications.mail.Digests;
import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailRound;
import de.hypersoft.esolutions.notifications.mail.MailTexts;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a location has to be written to about since its till did not book them: at its time, then no more than
 * one mail per interval. Each mail in its own transaction.
 */
@ApplicationScoped
@Transactional
class UnbookedLetters {

    /** Shorter than mails are kept, so that a swept mail is never written again. */
    private static final Duration TOO_OLD = Duration.ofDays(30);

    private static final MailKind KIND = MailKind.UNBOOKED_ORDER;

    /** In one mail; what is more is told in the next one. */
    private static final int MOST_TOLD = 200;

    private final EntityManager entities;
    private final ClusterLock clusterLock;
    private final Orders orders;
    private final Locations locations;
    private final LocationLetters letters;
    private final PortalAddress portal;
    private final Digests digests;
    private final Clock clock;

    /** In seconds, as of the last look at everything. */
    private volatile List<Integer> patience = List.of();

    @Inject
    UnbookedLetters(
            EntityManager entities,
            ClusterLock clusterLock,
            Orders orders,
            Locations locations,
            LocationLetters letters,
            PortalAddress portal,
            Clock clock) {
        this.entities = entities;
        this.clusterLock = clusterLock;
        this.orders = orders;
        this.locations = locations;
        this.letters = letters;
        this.portal = portal;
        this.digests = new Digests(entities);
        this.clock = clock;
    }

    /** @param till its name as it was when it acknowledged */
    record Due(
            UUID order,
            UUID location,
            int episode,
            Instant since,
            @Nullable String till) {}

    /** What was acknowledged the longest ago first; none of a location written to just before. */
    public List<Due> due(int limit) {
        patience = locations.patience(Locations.Patience.UNBOOKED);
        return dueSince(clock.instant().minus(TOO_OLD), limit);
    }

    /**
     * Of these those that became due since then, a moment earlier to be sure: what is unbooked for longer, or not yet for long
     * enough, costs nothing.
     */
    public List<Due> dueSince(Instant time, int limit) {
        Instant now = clock.instant();
        return patience.stream()
                .map(seconds -> due(
                        "t.unbooked_since > :from and t.unbooked_since <= :until and l.booked_within_seconds = :seconds",
                        Looks.fellDue(time, now, seconds),
                        limit))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Due::since))
                .limit(limit)
                .toList();
    }

    /** Of one location, and with what is due what is unbooked for most of the time. */
    private List<Due> dueAt(UUID place, int limit) {
        return due(
                "t.unbooked_since + l.booked_within_seconds" + Digests.MOSTLY + " * interval '1' second <= :now"
                        + " and t.location_id = :place",
                Map.of("place", place),
                limit);
    }

    /**
     * Writes one mail about all orders of a location that are due: about the one, or a digest of the several.
     *
     * @param without orders that cannot be written about for the time being
     * @return false when another node is at it, the location was written to just before, or nothing is due any more
     * @throws MailRound.Unreadable naming the order that cannot be put into words
     */
    public boolean write(UUID place, Set<UUID> without) {
        if (!clusterLock.take("unbooked-orders")) return false;
        Instant now = clock.instant();
        List<Due> due = dueAt(place, MOST_TOLD + without.size()).stream()
                .filter(one -> !without.contains(one.order()))
                .toList();
        if (due.isEmpty()) return false;
        Location location = locations.get(new LocationId(place));
        int number = digests.turn(location.id(), KIND, location.limits().digestEvery(), now);
        if (number == 0) return false;
        if (due.size() == 1)
            return queue(KIND, due, location, due.get(0).order(), due.get(0).episode());
        due.forEach(one -> digests.tell(KIND, one.order(), one.episode(), place, number, now));
        return queue(KIND.digest(), due, location, place, number);
    }

    private boolean queue(MailKind kind, List<Due> due, Location location, UUID about, int episode) {
        return letters.queue(
                kind,
                about,
                episode,
                location.id(),
                (texts, at) -> UnbookedText.of(
                        due.stream().map(one -> unbooked(one, texts, at)).toList(), texts, at.name(), clock.instant()));
    }

    private UnbookedText.Unbooked unbooked(Due due, MailTexts texts, Location at) {
        try {
            UnbookedText.Unbooked one = new UnbookedText.Unbooked(
                    orders.get(new OrderId(due.order())).document(),
                    due.since(),
                    due.till() == null ? "" : due.till(),
                    portal.link("/orders/" + due.order()));
            UnbookedText.of(List.of(one), texts, at.name(), clock.instant()); // one without words spoils no digest
            return one;
        } catch (RuntimeException e) {
            throw new MailRound.Unreadable(due.order(), e);
        }
    }

    /** @param values of the reason, but for the time of now */
    @SuppressWarnings("unchecked")
    private List<Due> due(String reason, Map<String, ?> values, int limit) {
        Instant now = clock.instant();
        NativeQuery<?> query = entities.createNativeQuery(
                        "select t.order_id, t.location_id, t.episode, t.unbooked_since, t.owner"
                                + " from pos.transfer t join tenancy.location l on l.id = t.location_id"
                                + " where t.unbooked_since > :oldest and " + reason
                                + " and not exists (select 1 from notifications.mail m where m.about_id = t.order_id"
                                + " and m.kind = :kind and m.episode = t.episode)"
                                + Digests.NOT_TOLD + Digests.NOT_QUIET
                                + " order by t.unbooked_since fetch first " + limit + " rows only",
                        Due.class)
                .setParameter("oldest", now.minus(TOO_OLD))
                .setParameter("now", now)
                .setParameter("kind", KIND.name())
                .unwrap(NativeQuery.class);
        values.forEach(query::setParameter);
        return (List<Due>) query.addScalar("order_id", UUID.class)
                .addScalar("location_id", UUID.class)
                .addScalar("episode", Integer.class)
                .addScalar("unbooked_since", Instant.class)
                .addScalar("owner", String.class)
                .getResultList();
    }
}
