package de.hypersoft.esolutions.connector.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Measures pauses with two clocks and believes the longer: the steady one stands still while a machine sleeps, the wall
 * clock can be set back.
 *
 * @param nanos a steady clock, as {@code System::nanoTime}
 */
public record Watch(Clock clock, LongSupplier nanos) {

    /** One moment on both clocks. */
    public record Moment(Instant wall, long nanos) {}

    public Moment now() {
        return new Moment(clock.instant(), nanos.getAsLong());
    }

    public Duration since(Moment moment) {
        Duration wall = Duration.between(moment.wall(), clock.instant());
        Duration steady = Duration.ofNanos(nanos.getAsLong() - moment.nanos());
        return wall.compareTo(steady) > 0 ? wall : steady;
    }
}
