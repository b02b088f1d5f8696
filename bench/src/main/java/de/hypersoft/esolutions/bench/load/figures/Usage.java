package de.hypersoft.esolutions.bench.load.figures;

import de.hypersoft.esolutions.bench.program.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time so far, or between two looks, in milliseconds. Whatever Linux counts in ticks of 10 ms.
 *
 * @param wall of the clock on the wall
 * @param server of the server's process
 * @param database of all processes of the database server; 0 when the database is in the server
 * @param client of the load client's process
 * @param serverCpu all that was done on the processor of server and database, by whomever
 * @param clientCpu the same of the client's processor
 */
public record Usage(double wall, long server, long database, long client, long serverCpu, long clientCpu) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

    private static final long MILLIS_PER_TICK = 10;

    /** @param databasePid of the first process of the database server, 0 for none */
    public static Usage now(long serverPid, long databasePid, int serverCpu, int clientCpu) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/stat"));
        return new Usage(
                System.nanoTime() / 1e6,
                Proc.cpuMillis(serverPid),
                databasePid == 0 ? 0 : Proc.cpuMillisOfTree(databasePid),
                Proc.cpuMillis(ProcessHandle.current().pid()),
                busy(lines, serverCpu),
                busy(lines, clientCpu));
    }

    public Usage since(Usage earlier) {
        return new Usage(
                wall - earlier.wall,
                server - earlier.server,
                database - earlier.database,
                client - earlier.client,
                serverCpu - earlier.serverCpu,
                clientCpu - earlier.clientCpu);
    }

    public Usage plus(Usage other) {
        return new Usage(
                wall + other.wall,
                server + other.server,
                database + other.database,
                client + other.client,
                serverCpu + other.serverCpu,
                clientCpu + other.clientCpu);
    }

    /** Of the server's processor, from 0 to 1, what others than server and database had. */
    public double othersBesideServer() {
        return part(serverCpu - server - database);
    }

    /** Of the client's processor, what others than the client had. */
    public double othersBesideClient() {
        return part(clientCpu - client);
    }

    /** Of one processor, what the client itself had: near 1 it was the client that was measured. */
    public double clientShare() {
        return part(client);
    }

    private double part(long millis) {
        return wall <= 0 ? 0 : Math.max(0, Math.min(1, millis / wall));
    }

    /** user, nice, system, irq, softirq and steal; neither idle nor waiting. Guests are in user already. */
    static long busy(List<String> procStat, int cpu) throws IOException {
        for (String line : procStat) {
            String[] f = line.split(" +");
            if (!f[0].equals("cpu" + cpu)) continue;
            long ticks = 0;
            for (int i : new int[] {1, 2, 3, 6, 7, 8}) ticks += Long.parseLong(f[i]);
            return ticks * MILLIS_PER_TICK;
        }
        throw new IOException("there is no processor " + cpu);
    }
}
