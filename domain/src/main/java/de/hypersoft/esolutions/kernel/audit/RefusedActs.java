package de.hypersoft.esolutions.kernel.audit;

import de.hypersoft.esolutions.kernel.ClientNetwork;
import de.hypersoft.esolutions.kernel.RateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tried and was refused, in the audit log with the address it came from. Bounded, as strangers can cause
 * it: so many an hour of each kind from one address (of IPv6 from one network), and from everywhere; how many were left out is written at the end
 * of the hour. Each tenant's log has bounds of its own, so noise in one hides nothing in another; so has what concerns no
 * tenant. Each node counts for itself.
 */
@ApplicationScoped
public class RefusedActs {

    public static final int PER_ADDRESS = 10;
    public static final int FROM_EVERYWHERE = 300;

    /** Addresses are personal data: they go after this. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 100_000;

    private final EntityManager entities;
    private final Audit audit;
    private final Clock clock;
    private final RateLimiter<Source> addresses;
    private final RateLimiter<Log> logs;
    private final Map<Log, Integer> leftOut = new HashMap<>();
    private long hour;

    /** Where lines of one kind stand; of no tenant for hosting staff and nobody. */
    private record Log(Kind kind, @Nullable UUID tenant) {}

    private record Source(Log log, String network) {}

    @Inject
    public RefusedActs(EntityManager entities, Audit audit, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
        this.addresses = perHour(PER_ADDRESS, clock);
        this.logs = perHour(FROM_EVERYWHERE, clock);
    }

    /** Stable: the action in the log. */
    public enum Kind {
        SIGN_IN_REFUSED("sign-in-refused"),
        SIGN_IN_DELAYED("sign-in-delayed"),
        CODE_REFUSED("code-refused"),
        CONFIRMATION_REFUSED("confirmation-refused"),
        WRONG_PIN("wrong-pin"),
        TILL_TOKEN_REFUSED("till-token-refused"),
        FORM_REFUSED("form-refused"),
        UNKNOWN_ASKED_FOR("unknown-asked-for"),
        ACT_FORBIDDEN("act-forbidden");

        private final String action;

        Kind(String action) {
            this.action = action;
        }

        public String action() {
            return action;
        }
    }

    /**
     * Written at once, in a transaction of its own: what was refused is rolled back.
     *
     * @param subject the account or the path, 200 characters at most; never what was typed by somebody unknown
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void record(Kind kind, Actor who, @Nullable UUID tenant, String subject, String address) {
        settled().forEach(this::left);
        if (!admitted(new Log(kind, tenant), address)) return;
        String short200 = subject.length() > 200 ? subject.substring(0, 200) : subject;
        audit.record(who, tenant, kind.action(), short200, "address " + address);
    }

    /** Writes what was left out of hours that are over, and removes what is older than its term, the addresses of all acts too. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void sweep() {
        settled().forEach(this::left);
        entities.createQuery("delete from AuditEntry e where e.action in :actions and e.at < :before")
                .setParameter(
                        "actions",
                        Arrays.stream(Kind.values()).map(Kind::action).toList())
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
        entities.createQuery("delete from AuditOrigin o where o.at < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private void left(Log log, int many) {
        audit.record(Actor.SYSTEM, log.tenant(), log.kind().action(), "", "left out " + many);
    }

    private static <K> RateLimiter<K> perHour(int most, Clock clock) {
        RateLimiter.Rate rate = new RateLimiter.Rate(most, HOUR);
        return new RateLimiter<>(rate, MOST_REMEMBERED, RateLimiter.WhenFull.FORGET_OLDEST, clock);
    }

    private synchronized boolean admitted(Log log, String address) {
        boolean admitted =
                addresses.take(new Source(log, ClientNetwork.of(address).name())) && logs.take(log);
        if (!admitted) leftOut.merge(log, 1, Integer::sum);
        return admitted;
    }

    /** When an hour is over: what of it was left out. */
    private synchronized Map<Log, Integer> settled() {
        long now = clock.instant().getEpochSecond() / HOUR.toSeconds();
        if (now == hour) return Map.of();
        hour = now;
        Map<Log, Integer> result = Map.copyOf(leftOut);
        leftOut.clear();
        return result;
    }
}
