package de.hypersoft.esolutions.bench.load.figures;

/**
 * One stretch of measuring.
 *
 * @param seconds in which operations ran, pauses between rounds aside
 * @param errors operations without an answer, or with a wrong one; they are in no other figure
 * @param usage from its begin to its end, with what was still to be done behind the answers
 */
public record Window(double seconds, Latencies latencies, int errors, Usage usage) {

    /** Operations a second that were answered right. */
    public double rate() {
        return seconds <= 0 ? 0 : latencies.count() / seconds;
    }

    public Window with(Usage more) {
        return new Window(seconds, latencies, errors, usage.plus(more));
    }
}
