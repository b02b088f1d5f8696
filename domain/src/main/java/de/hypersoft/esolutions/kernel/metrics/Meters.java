package de.hypersoft.esolutions.kernel.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The door to the server's meters. What was used once is kept: the server looks through all meters for each name that it is
 * asked for. Counters begin at nought, so that the first of something is seen as a rise.
 */
@ApplicationScoped
public class Meters {

    /** So many different values of labels; what is more is counted as one. A bound for mistakes, not for use. */
    private static final int MOST = 5_000;

    private final MeterRegistry registry;
    private final Queue<LongSupplier> held = new ConcurrentLinkedQueue<>(); // a counter of a function holds it weakly
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(Metric metric, Tags tags) {}

    @Inject
    Meters(RegistryOfServer server) {
        this.registry = server.registry();
    }

    @PostConstruct
    public void begin() {
        for (Metric metric : Metric.values())
            if (metric.kind() == Metric.Kind.COUNTER && metric != Metric.ADMISSION_REFUSED)
                for (String value : metric.labelValues()) counter(new Key(metric, tags(metric, value)));
    }

    /** One more. @param value of its label; one that is not among its values counts as the other of them */
    public void count(Metric metric, String value) {
        String known = metric.labelValues().contains(value) ? value : Metric.OTHER;
        counter(new Key(metric, tags(metric, known))).increment();
    }

    /** It took so long. */
    public void time(Metric metric, Duration taken, Tags labels) {
        timers.computeIfAbsent(new Key(metric, bounded(labels)), key -> Timer.builder(metric.meter())
                        .description(metric.description())
                        .tags(key.tags())
                        .serviceLevelObjectives(metric.buckets().toArray(Duration[]::new))
                        .register(registry))
                .record(taken);
    }

    /** Shown as it is when somebody looks; unknown where there is none. The supplier must ask nobody else. */
    public void gauge(Metric metric, String value, Supplier<OptionalLong> amount) {
        Gauge.builder(metric.meter(), amount, asked -> {
                    OptionalLong found = asked.get();
                    return found.isPresent() ? found.getAsLong() : Double.NaN;
                })
                .description(metric.description())
                .tags(tags(metric, value))
                .baseUnit(metric.unit().isEmpty() ? null : metric.unit())
                .strongReference(true)
                .register(registry);
    }

    /** Something that somebody else counts. */
    public void counted(Metric metric, String value, LongSupplier total) {
        held.add(total);
        FunctionCounter.builder(metric.meter(), total, LongSupplier::getAsLong)
                .description(metric.description())
                .tags(tags(metric, value))
                .register(registry);
    }

    private Counter counter(Key key) {
        return counters.computeIfAbsent(
                key, wanted -> Counter.builder(wanted.metric().meter())
                        .description(wanted.metric().description())
                        .tags(wanted.tags())
                        .register(registry));
    }

    private static Tags tags(Metric metric, String value) {
        return metric.label().isEmpty() ? Tags.empty() : Tags.of(metric.label(), value);
    }

    private Tags bounded(Tags labels) {
        if (timers.size() < MOST) return labels;
        return Tags.of(labels.stream()
                .map(label -> Tag.of(label.getKey(), Metric.OTHER))
                .toList());
    }
}
