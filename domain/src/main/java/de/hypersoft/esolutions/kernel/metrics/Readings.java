package de.hypersoft.esolutions.kernel.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was read at one moment, by figure and value of its label. */
public final class Readings {

    private final Map<Key, Long> values = new HashMap<>();

    Readings() {}

    private record Key(Metric metric, String value) {}

    public void put(Metric metric, long amount) {
        put(metric, "", amount);
    }

    /** @param value of the label, one of {@link Metric#labelValues()} */
    public void put(Metric metric, String value, long amount) {
        if (metric.labelValues().isEmpty()
                ? !value.isEmpty()
                : !metric.labelValues().contains(value))
            throw new IllegalArgumentException(metric + " has no " + metric.label() + " " + value);
        values.put(new Key(metric, value), amount);
    }

    /** Whole seconds that have gone by; 0 where nothing waits, and when the clock was set back. */
    public void age(Metric metric, @Nullable Instant since, Instant now) {
        put(metric, since == null ? 0 : Math.max(0, Duration.between(since, now).toSeconds()));
    }

    /** Empty where it was not read. */
    OptionalLong of(Metric metric, String value) {
        Long found = values.get(new Key(metric, value));
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }
}
