package de.hypersoft.esolutions.tenancy.hours;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A location takes no orders for now: the kitchen is full, or somebody plays with the shop. What was ordered before stays
 * ordered. It ends by itself, unless it was to last until somebody ends it.
 *
 * @param until null until somebody ends it
 * @param by who pressed the button
 */
public record Pause(Instant since, @Nullable Instant until, String by) {

    public boolean isOn(Instant now) {
        return !now.isBefore(since) && (until == null || now.isBefore(until));
    }

    /** From when on one may be served again; empty while nobody knows. */
    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }
}
