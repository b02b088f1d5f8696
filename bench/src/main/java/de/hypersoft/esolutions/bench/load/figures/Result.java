package de.hypersoft.esolutions.bench.load.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out for one operation with so many clients.
 *
 * @param operation such as {@code W2-json}
 * @param what the operation in words
 * @param rate operations a second, over the windows
 * @param millis latencies of all windows together: p50, p95, p99
 * @param serverMillis processor time of the server per operation, what it did after the answer included
 * @param databaseMillis the same of the database's processes
 * @param others the largest share that other processes had of either processor in any window, from 0 to 1
 * @param client share of its processor that the load client had itself
 * @param limit what this machine could do, in the same run; null where nothing was measured beside
 * @param errors of all windows, the limit's too
 * @param steady whether the rate had settled before it was measured
 */
public record Result(
        String operation,
        String what,
        int clients,
        Spread rate,
        Millis millis,
        double serverMillis,
        double databaseMillis,
        double others,
        double client,
        @Nullable Limit limit,
        int errors,
        boolean steady) {

    /** Milliseconds that 50, 95 and 99 % do not exceed. */
    public record Millis(double p50, double p95, double p99) {}

    /**
     * @param rate of the limit, a second
     * @param ratio ours to the limit, by pairs of windows that followed each other: 1 is as fast as the limit
     * @param client share of its processor that the load client had while the limit was measured
     */
    public record Limit(String what, Spread rate, Spread ratio, double client) {}

    /**
     * @param windows of ours, at least one
     * @param limits of the limit, one behind each of ours, or none
     */
    public static Result of(
            String operation,
            String what,
            int clients,
            List<Window> windows,
            String limit,
            List<Window> limits,
            boolean steady) {
        Latencies all = Latencies.merged(windows.stream().map(Window::latencies).toList());
        double[] millis = all.percentiles(50, 95, 99);
        Usage usage = sum(windows);
        List<Window> both = new ArrayList<>(windows);
        both.addAll(limits);
        return new Result(
                operation,
                what,
                clients,
                Spread.of(windows.stream().map(Window::rate).toList()),
                new Millis(millis[0], millis[1], millis[2]),
                (double) usage.server() / Math.max(1, all.count()),
                (double) usage.database() / Math.max(1, all.count()),
                both.stream().mapToDouble(Result::others).max().orElse(0),
                usage.clientShare(),
                limits.isEmpty() ? null : limit(limit, windows, limits),
                both.stream().mapToInt(Window::errors).sum(),
                steady);
    }

    private static Limit limit(String what, List<Window> ours, List<Window> limits) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.size(), limits.size()); i++)
            ratios.add(
                    limits.get(i).rate() == 0
                            ? Double.NaN
                            : ours.get(i).rate() / limits.get(i).rate());
        return new Limit(
                what,
                Spread.of(limits.stream().map(Window::rate).toList()),
                Spread.of(ratios),
                sum(limits).clientShare());
    }

    private static Usage sum(List<Window> windows) {
        return windows.stream().map(Window::usage).reduce(Usage.NONE, Usage::plus);
    }

    private static double others(Window window) {
        return Math.max(window.usage().othersBesideServer(), window.usage().othersBesideClient());
    }
}
