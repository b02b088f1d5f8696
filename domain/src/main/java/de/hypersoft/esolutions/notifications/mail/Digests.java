package de.hypersoft.esolutions.notifications.mail;

import de.hypersoft.esolutions.tenancy.LocationId;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How often a location is written to about orders that wait for a till, or for its booking: at once, and then no more than once per interval and kind.
 * And which orders were written about together. Works in the transaction of whoever asks.
 */
public final class Digests {

    /** Condition over transfer t and location l: nothing was written within the interval, and not about this order. */
    public static final String NOT_TOLD =
            " and not exists (select 1 from notifications.told x where x.order_id = t.order_id"
                    + " and x.kind = :kind and x.episode = t.episode)";

    public static final String NOT_QUIET =
            " and not exists (select 1 from notifications.digest d where d.location_id = t.location_id"
                    + " and d.kind = :kind and d.written_at + l.digest_every_seconds * interval '1' second > :now"
                    + " and d.written_at - l.digest_every_seconds * interval '1' second <= :now)";

    /**
     * Behind the seconds after which an order is written about: what has waited for most of them is told with what is due, as
     * a till that fails leaves many orders within a minute.
     */
    public static final String MOSTLY = " * 4 / 5";

    private final EntityManager entities;

    public Digests(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes the turn to write; whoever else is at it gets none.
     *
     * @return the how many-th mail of this kind it is, 0 when the location was written to within the interval; a time of
     *     writing further ahead than that comes from a clock that was set back, and does not count
     */
    public int turn(LocationId location, MailKind kind, Duration every, Instant now) {
        int moved = entities.createNativeQuery("update notifications.digest set written_at = :now, number = number + 1"
                        + " where location_id = :location and kind = :kind"
                        + " and (written_at <= :before or written_at > :after)")
                .setParameter("now", now)
                .setParameter("before", now.minus(every))
                .setParameter("after", now.plus(every))
                .setParameter("location", location.value())
                .setParameter("kind", kind.name())
                .executeUpdate();
        List<?> number = number(location, kind);
        if (moved == 1) return (Integer) number.get(0);
        if (!number.isEmpty()) return 0;
        entities.createNativeQuery("insert into notifications.digest (location_id, kind, written_at, number)"
                        + " values (:location, :kind, :now, 1)")
                .setParameter("location", location.value())
                .setParameter("kind", kind.name())
                .setParameter("now", now)
                .executeUpdate();
        return 1;
    }

    private List<?> number(LocationId location, MailKind kind) {
        return entities.createNativeQuery(
                        "select number from notifications.digest where location_id = :location and kind = :kind",
                        Integer.class)
                .setParameter("location", location.value())
                .setParameter("kind", kind.name())
                .getResultList();
    }

    /** Notes that a digest tells of this order; a second note of the same is refused by the table's key. */
    public void tell(MailKind kind, UUID order, int episode, UUID location, int number, Instant now) {
        entities.createNativeQuery("insert into notifications.told"
                        + " (order_id, kind, episode, location_id, number, told_at)"
                        + " values (:order, :kind, :episode, :location, :number, :now)")
                .setParameter("order", order)
                .setParameter("kind", kind.name())
                .setParameter("episode", episode)
                .setParameter("location", location)
                .setParameter("number", number)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Whether any order that a mail tells of waits still, in the same episode; true for mails about other things. */
    boolean stillTrue(Mail mail) {
        MailKind kind = mail.kind();
        if (!kind.aboutWaiting()) return true;
        String orders = kind.digest() == kind
                ? "select 1 from pos.transfer t join notifications.told x on x.order_id = t.order_id"
                        + " and x.episode = t.episode where x.location_id = :about and x.number = :episode"
                        + " and x.kind = '" + kind.single() + "'"
                : "select 1 from pos.transfer t where t.order_id = :about and t.episode = :episode";
        String since = kind.single() == MailKind.UNBOOKED_ORDER ? "t.unbooked_since" : "t.waiting_since";
        return !entities.createNativeQuery(orders + " and " + since + " is not null fetch first 1 rows only")
                .setParameter("about", mail.about())
                .setParameter("episode", mail.episode())
                .getResultList()
                .isEmpty();
    }

    /** Forgets what was told before the term. */
    void sweep(Instant before) {
        entities.createNativeQuery("delete from notifications.told where told_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
