package de.hypersoft.esolutions.bench.load.figures;

import java.util.List;
import java.util.Locale;

/** The median of several values with the least and the largest. */
public record Spread(double median, double min, double max) {

    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) return new Spread(Double.NaN, Double.NaN, Double.NaN);
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** With so many digits behind the point. */
    public String text(int digits) {
        String number = "%,." + digits + "f";
        return String.format(Locale.ROOT, number + " [" + number + ".." + number + "]", median, min, max);
    }
}
