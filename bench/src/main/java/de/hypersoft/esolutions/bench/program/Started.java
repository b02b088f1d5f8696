package de.hypersoft.esolutions.bench.program;

/** What a start cost: milliseconds until ready, processor milliseconds till then, resident megabytes. */
public record Started(long millis, long cpuMillis, long megabytes) {

    @Override
    public String toString() {
        return "%.1f s (CPU %.1f s, %d MB)".formatted(millis / 1e3, cpuMillis / 1e3, megabytes);
    }
}
