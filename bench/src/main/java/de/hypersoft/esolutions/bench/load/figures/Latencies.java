package de.hypersoft.esolutions.bench.load.figures;

import java.util.Arrays;
import java.util.List;

/** How long so many operations took, in nanoseconds. Grows as it is filled; by one thread at a time. */
public final class Latencies {

    private long[] nanos = new long[1_024];
    private int count;

    public void add(long took) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = took;
    }

    public int count() {
        return count;
    }

    public static Latencies merged(List<Latencies> parts) {
        Latencies all = new Latencies();
        all.nanos =
                new long[Math.max(1, parts.stream().mapToInt(Latencies::count).sum())];
        for (Latencies part : parts) {
            System.arraycopy(part.nanos, 0, all.nanos, all.count, part.count);
            all.count += part.count;
        }
        return all;
    }

    /** Milliseconds that so many percent do not exceed (nearest rank), in the order asked; no numbers without values. */
    public double[] percentiles(double... percents) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Arrays.stream(percents)
                .map(percent -> count == 0 ? Double.NaN : sorted[rank(percent)] / 1e6)
                .toArray();
    }

    private int rank(double percent) {
        return Math.min(count - 1, Math.max(0, (int) Math.ceil(count * percent / 100) - 1));
    }
}
