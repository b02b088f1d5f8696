package de.hypersoft.esolutions.bench.load.figures;

import java.util.ArrayList;
import java.util.List;

/** Whether a rate has stopped changing: the last windows lie within a part of the fastest of them. */
public final class Steadiness {

    private final int windows;
    private final double within;
    private final List<Double> rates = new ArrayList<>();

    /** @param within 0.1 for 10 % */
    public Steadiness(int windows, double within) {
        this.windows = windows;
        this.within = within;
    }

    public void add(double rate) {
        rates.add(rate);
    }

    /** Never of a rate of nothing. */
    public boolean reached() {
        if (rates.size() < windows) return false;
        List<Double> last = rates.subList(rates.size() - windows, rates.size());
        double most = last.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double least = last.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return most > 0 && most - least <= within * most;
    }
}
