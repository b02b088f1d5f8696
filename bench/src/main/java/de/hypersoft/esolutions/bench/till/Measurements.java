package de.hypersoft.esolutions.bench.till;

import java.util.List;

/** Measured values. */
public record Measurements(List<Double> values) {

    public Measurements {
        values = values.stream().sorted().toList();
    }

    public int count() {
        return values.size();
    }

    /** The smallest value that so many percent do not exceed; not a number without values. */
    public double percentile(int percent) {
        if (values.isEmpty()) return Double.NaN;
        int index = (int) Math.ceil(values.size() * percent / 100.0) - 1;
        return values.get(Math.max(0, index));
    }
}
