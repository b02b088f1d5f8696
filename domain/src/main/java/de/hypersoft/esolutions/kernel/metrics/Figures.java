package de.hypersoft.esolutions.kernel.metrics;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the database as they were read last: whoever looks at them asks no database, and gets an answer while there
 * is none. Then, and when nobody could read them for a minute, they are unknown, and {@link Metric#DATABASE_UP} is 0.
 */
@ApplicationScoped
public class Figures {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final Set<Metric> NOT_OF_THE_DATABASE =
            Set.of(Metric.DATABASE_UP, Metric.ADMISSION_OPEN, Metric.ADMISSION_WORKING, Metric.ADMISSION_QUEUED);

    private final ReadFigures read;
    private final Meters meters;
    private final LongSupplier nanoTime;
    private volatile @Nullable Reading last;

    /** Measured by the machine's own time: the clock of the application may be moved. */
    private record Reading(Readings readings, long at) {}

    @Inject
    Figures(ReadFigures read, Meters meters) {
        this(read, meters, System::nanoTime);
    }

    Figures(ReadFigures read, Meters meters, LongSupplier nanoTime) {
        this.read = read;
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    /** Registers each gauge that is read from the database, so that its name is there from the start. */
    @PostConstruct
    public void show() {
        meters.gauge(Metric.DATABASE_UP, "", () -> OptionalLong.of(known() == null ? 0 : 1));
        for (Metric metric : Metric.values())
            if (metric.kind() == Metric.Kind.GAUGE && !NOT_OF_THE_DATABASE.contains(metric))
                for (String value : metric.labelValues().isEmpty() ? List.of("") : metric.labelValues())
                    meters.gauge(metric, value, () -> of(metric, value));
    }

    /** Reads them anew; when that fails they are unknown at once, and whoever asked for it is told. */
    public void refresh() {
        try {
            Readings readings = read.read();
            this.last = new Reading(readings, nanoTime.getAsLong());
        } catch (RuntimeException | Error e) {
            this.last = null;
            throw e;
        }
    }

    private OptionalLong of(Metric metric, String value) {
        Reading known = known();
        return known == null ? OptionalLong.empty() : known.readings().of(metric, value);
    }

    private @Nullable Reading known() {
        Reading reading = last;
        return reading == null || nanoTime.getAsLong() - reading.at() > BELIEVED.toNanos() ? null : reading;
    }
}
