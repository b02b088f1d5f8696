package de.hypersoft.esolutions.bench.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /** The same of a process and all that it started, those that ended included once it has noticed. */
    public static long cpuMillisOfTree(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        return cpuMillis(pid) + ticks * MILLIS_PER_TICK + sumOfChildren(pid, Proc::cpuMillis);
    }

    /** Resident memory of a process and all that it started; what they share is counted once. */
    public static long megabytesOfTree(long pid) throws IOException {
        return (proportionalKilobytes(pid) + sumOfChildren(pid, Proc::proportionalKilobytes)) / 1024;
    }

    /** Lets a process and all that it started, with all their threads, run on this processor alone. */
    public static void pin(long pid, int cpu, Path log) throws IOException, InterruptedException {
        List<Long> all = new ArrayList<>(List.of(pid));
        children(pid).forEach(all::add);
        for (long one : all)
            if (!Program.run(List.of("taskset", "-a", "-c", "-p", Integer.toString(cpu), Long.toString(one)), log, 10)
                    && Files.exists(Path.of("/proc/" + one))) throw new IOException("taskset failed; see " + log);
    }

    private interface Figure {
        long of(long pid) throws IOException;
    }

    private static long sumOfChildren(long pid, Figure figure) {
        long sum = 0;
        for (long child : children(pid)) {
            try {
                sum += figure.of(child);
            } catch (IOException ended) {
                // its parent has its time by now
            }
        }
        return sum;
    }

    private static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
    }

    private static long proportionalKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("ended: " + pid));
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
