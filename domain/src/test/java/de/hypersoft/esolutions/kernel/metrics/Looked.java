package de.hypersoft.esolutions.kernel.metrics;

import de.hypersoft.esolutions.testing.Store;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one feature's figures say now. All tests share the tables: whoever looks long ago sees nothing of theirs. */
public final class Looked {

    private final Function<Supplier<Readings>, Readings> transaction;
    private final ReadFigures figures;

    public Looked(Store store, FigureSource source, Clock clock) {
        this(store::in, source, clock);
    }

    /** At what needs no transaction. */
    public Looked(FigureSource source, Clock clock) {
        this(Supplier::get, source, clock);
    }

    private Looked(Function<Supplier<Readings>, Readings> transaction, FigureSource source, Clock clock) {
        this.transaction = transaction;
        this.figures = new ReadFigures(List.of(source), clock);
    }

    public long at(Metric metric) {
        return readings().of(metric, "").orElseThrow();
    }

    /** For each value of its label, in their order. */
    public List<Long> each(Metric metric) {
        Readings readings = readings();
        return metric.labelValues().stream()
                .map(value -> readings.of(metric, value).orElseThrow())
                .toList();
    }

    private Readings readings() {
        return transaction.apply(figures::read);
    }
}
