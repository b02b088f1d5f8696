package de.hypersoft.esolutions.pos.tills;

import de.hypersoft.esolutions.kernel.database.Projection;
import de.hypersoft.esolutions.kernel.metrics.FigureSource;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.kernel.metrics.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/** How long ago tills were heard of, as numbers of tills, and where orders wait for one that was not. */
@ApplicationScoped
public class TillFigures implements FigureSource {

    private static final String FETCHING = " k.receivesOrders = true and k.tokenHash is not null";

    /** What was heard is written every ten seconds. */
    private static final Duration AWAY = Presence.LOST_AFTER.plusSeconds(15);

    private final EntityManager entities;

    @Inject
    TillFigures(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void read(Instant now, Readings into) {
        Heard heard = heard(now);
        into.put(Metric.TILLS, "30s", heard.half());
        into.put(Metric.TILLS, "75s", heard.present() - heard.half());
        into.put(Metric.TILLS, "5m", heard.five() - heard.present());
        into.put(Metric.TILLS, "1h", heard.hour() - heard.five());
        into.put(Metric.TILLS, "1d", heard.day() - heard.hour());
        into.put(Metric.TILLS, "longer", heard.all() - heard.day());
        into.put(Metric.LOCATIONS_WITHOUT_TILL, withoutTill(now));
    }

    private Heard heard(Instant now) {
        return entities.createQuery(
                        Projection.of(
                                        Heard.class,
                                        since("half") + since("present") + since("five") + since("hour") + since("day")
                                                + "count(k)")
                                + " from Till k where" + FETCHING,
                        Heard.class)
                .setParameter("half", now.minusSeconds(30))
                .setParameter("present", now.minus(Presence.LOST_AFTER))
                .setParameter("five", now.minus(Duration.ofMinutes(5)))
                .setParameter("hour", now.minus(Duration.ofHours(1)))
                .setParameter("day", now.minus(Duration.ofDays(1)))
                .getSingleResult();
    }

    private static String since(String when) {
        return "coalesce(sum(case when k.lastSeenAt > :" + when + " then 1 else 0 end), 0), ";
    }

    /** A location without any till fetches its orders by hand: nobody waits for a till there. */
    private long withoutTill(Instant now) {
        String its = " from Till k where k.tenant = t.tenant and k.location = t.location and" + FETCHING;
        return entities.createQuery(
                        "select count(distinct t.location) from TransferRow t where t.waitingSince is not null"
                                + " and exists (select k.id" + its + ")"
                                + " and not exists (select k.id" + its + " and k.lastSeenAt > :away)",
                        Long.class)
                .setParameter("away", now.minus(AWAY))
                .getSingleResult();
    }

    /** How many were heard of within half a minute, the time for which they count as present, and so on. */
    private record Heard(long half, long present, long five, long hour, long day, long all) {}
}
