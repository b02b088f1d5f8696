package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.kernel.Backoff;
import de.hypersoft.esolutions.kernel.LoggableCause;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thing that is done again and again. While it fails it is done ever less often, at least every half minute. */
final class Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final String name;
    private final Duration period;
    private final Runnable work;
    private final Backoff failed;
    private int failures;

    Tick(String name, Duration period, Runnable work) {
        this.name = name;
        this.period = period;
        this.work = work;
        this.failed = Backoff.doubling(period, period.compareTo(LONGEST_WAIT) > 0 ? period : LONGEST_WAIT);
    }

    String name() {
        return name;
    }

    /** Does it, and answers how long to wait before doing it again. Never throws, or the chain of ticks would end. */
    Duration run() {
        try {
            work.run();
            if (failures > 0) LOG.info("tick {} works again", name);
            failures = 0;
            return period;
        } catch (Exception | Error e) { // also a checked RollbackException of a commit, or memory that ran short once
            LOG.warn("tick {} failed and is repeated: {}", name, LoggableCause.of(e));
            return failed.after(failures++);
        }
    }
}
