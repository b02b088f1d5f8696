package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.DomainView;
import de.hypersoft.esolutions.hostnames.HostName;
import de.hypersoft.esolutions.kernel.Backoff;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the name system was asked for one host, and when to ask again. A row of its own, so that asking
 * never competes with people who change the domain.
 */
@Entity
@Table(schema = "hostnames", name = "dns_check")
public class DnsCheck {

    private static final int LONGEST = 2000;

    /** As Cloudflare asks: ten times at 60 s · 1.05ⁿ, then at 60 s · 1.15ⁿ, at most every four hours. */
    private static final Duration SELDOM = Duration.ofHours(4);

    private static final int IMPATIENT = 10;
    private static final Backoff FIRST_TRIES = new Backoff(Duration.ofSeconds(60), 105, SELDOM);
    private static final Backoff LATER_TRIES = new Backoff(Duration.ofSeconds(60), 115, SELDOM);

    @Id
    private String host;

    @Enumerated(EnumType.STRING)
    private DnsState state;

    private Instant since;
    private String reason;
    private String found;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "next_at")
    private Instant nextAt;

    private int tries;

    @SuppressWarnings("NullAway")
    protected DnsCheck() {} // JPA

    public DnsCheck(HostName host, Instant now) {
        this.host = host.value();
        this.state = DnsState.UNKNOWN;
        this.since = now;
        this.reason = "not-asked";
        this.found = "";
        this.nextAt = now;
    }

    /** Writes down an answer; true when the state is another one than before. */
    boolean answered(DnsState answer, String why, String records, Instant now) {
        boolean changed = answer != state;
        if (changed) {
            this.since = now;
            this.tries = 0;
        }
        this.state = answer;
        this.reason = why;
        this.found = records.length() > LONGEST ? records.substring(0, LONGEST) : records;
        this.checkedAt = now;
        this.nextAt = now.plus(wait(answer, tries));
        this.tries++;
        return changed;
    }

    /** Somebody says that the record was set: ask at the next tick, and patiently again from the start. */
    public void askNow(Instant now) {
        this.tries = 0;
        this.nextAt = now;
    }

    /** Whatever the state says, it is asked again by then. */
    void notLater(Instant latest) {
        if (nextAt.isAfter(latest)) this.nextAt = latest;
    }

    /** Keeps other nodes from asking the same while this one does. */
    void lease(Instant until) {
        this.nextAt = until;
    }

    /** Seldom also when all is right. */
    static Duration wait(DnsState state, int tries) {
        if (state == DnsState.RIGHT) return SELDOM;
        return (tries < IMPATIENT ? FIRST_TRIES : LATER_TRIES).after(tries);
    }

    public HostName host() {
        return new HostName(host);
    }

    public DomainView.Dns view() {
        return new DomainView.Dns(state, since, reason, found, checkedAt, nextAt);
    }
}
