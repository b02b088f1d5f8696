package de.hypersoft.esolutions.bench.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux knows of a running program. */
public final class Proc {

    private static final long MILLIS_PER_TICK = 10;

    private Proc() {}

    public static long threads(long pid) throws IOException {
        return status(pid, "Threads:");
    }

    public static long residentMegabytes(long pid) throws IOException {
        return status(pid, "VmRSS:") / 1024;
    }

    /** The most it ever had. */
    public static long mostMegabytes(long pid) throws IOException {
        return status(pid, "VmHWM:") / 1024;
    }

    /** Resident memory once it has stopped growing for a few seconds. */
    public static long settledMegabytes(long pid) throws IOException, InterruptedException {
        long before = 0;
        for (int i = 0; i < 10; i++) {
            long now = residentMegabytes(pid);
            if (now <= before) return now;
            before = now;
            Delay.millis(3_000);
        }
        return before;
    }

    /** User and system time so far. */
    public static long cpuMillis(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    private static long status(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
