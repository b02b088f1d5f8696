package de.hypersoft.esolutions.bench;

import java.util.List;

/** Measured values. */
record Measurements(List<Double> values) {

    Measurements {
        values = values.stream().sorted().toList();
    }

    int count() {
        return values.size();
    }

    /** The smallest value that so many percent do not exceed; not a number without values. */
    double percentile(int percent) {
        if (values.isEmpty()) return Double.NaN;
        int index = (int) Math.ceil(values.size() * percent / 100.0) - 1;
        return values.get(Math.max(0, index));
    }
}
