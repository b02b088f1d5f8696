package de.hypersoft.esolutions.timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Work for each hour that the clock shows to be over, whoever moves it; a start does it too. */
final class Hourly implements Runnable {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock clock;
    private final Runnable work;
    private @Nullable Instant done;

    Hourly(Clock clock, Runnable work) {
        this.clock = clock;
        this.work = work;
    }

    /** What fails counts as not done. */
    @Override
    public void run() {
        Instant now = clock.instant();
        if (done != null && !now.isBefore(done) && now.isBefore(done.plus(HOUR))) return;
        work.run();
        done = now;
    }
}
