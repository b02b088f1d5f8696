package de.hypersoft.esolutions.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one source of time. Use cases inject a {@link Clock}; entities are handed instants. Only a server started with
 * {@code esolutions.test-clock=true} lets the clock be moved.
 */
@ApplicationScoped
public class Time {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final Clock clock = new Moved(Clock.systemUTC(), offset);
    private final boolean movable;

    @Inject
    public Time(@ConfigProperty(name = "esolutions.test-clock", defaultValue = "false") boolean movable) {
        this.movable = movable;
    }

    /** One for all: to produce it anew took longer than all else of the bean that is made for each request. */
    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    public boolean movable() {
        return movable;
    }

    /** The time of this machine, whatever a test did to the clock. */
    public Instant unmoved() {
        return clock.instant().minus(offset.get());
    }

    public Instant advance(Duration by) {
        if (!movable) throw new IllegalStateException("the clock of this server cannot be moved");
        offset.updateAndGet(old -> old.plus(by));
        return clock.instant();
    }

    private static final class Moved extends Clock {
        private final InstantSource real;
        private final AtomicReference<Duration> offset;

        private Moved(InstantSource real, AtomicReference<Duration> offset) {
            this.real = real;
            this.offset = offset;
        }

        @Override
        public Instant instant() {
            return real.instant().plus(offset.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
