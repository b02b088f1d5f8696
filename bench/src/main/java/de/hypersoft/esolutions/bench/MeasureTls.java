package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.program.Heap;
import de.hypersoft.esolutions.bench.program.Proc;
import de.hypersoft.esolutions.bench.program.ServerProgram;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Store;
import de.hypersoft.esolutions.bench.till.Measurements;
import de.hypersoft.esolutions.certificates.CertificateRows;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The listener's figures on this machine: what ten thousand certificates cost against one, and swaps under load. */
public final class MeasureTls {

    private static final int STARTS = 3;
    private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

    private final Path root;
    private final Path home;
    private final int offset;
    private final int certificates;
    private final int rounds;
    private final int handshakes;
    private final int swaps;
    private final Path keyFile;
    private final Issuer issuer = new Issuer();
    private final Random random = new Random(1);

    private MeasureTls(Flags flags) throws IOException {
        root = Path.of(flags.text("root", ".")).toAbsolutePath().normalize();
        home = Path.of(flags.text("home", "target/tls")).toAbsolutePath();
        offset = flags.number("port-offset", 6000, 0, 50_000);
        certificates = flags.number("certificates", 10_000, 2, 100_000);
        rounds = flags.number("rounds", 10, 1, 1_000);
        handshakes = flags.number("handshakes", 200, 10, 100_000);
        swaps = flags.number("swaps", 1_000, 0, 100_000);
        keyFile = Files.writeString(Files.createDirectories(home).resolve("keys"), KeyEncryptionKeys.newLine() + "\n");
    }

    /** Flags as the script {@code bench/tls} documents them. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Flags flags = new Flags(
                arguments,
                Set.of("root", "home", "port-offset", "certificates", "rounds", "handshakes", "swaps", "only"));
        MeasureTls measure = new MeasureTls(flags);
        String only = flags.word("only", "all", Set.of("all", "cost", "swaps"));
        if (!only.equals("swaps")) measure.cost();
        if (!only.equals("cost")) measure.swaps();
    }

    /** Two servers side by side, asked in turns: one with a certificate of each kind, one with all. */
    private void cost() throws Exception {
        try (Store few = store("few");
                Store many = store("many")) {
            fill(few, 2);
            fill(many, certificates);
            ServerProgram one = server(few, "few", offset);
            ServerProgram all = server(many, "many", offset + 10);
            one.start();
            one.stop();
            long begun = System.nanoTime();
            all.start();
            row("first start, from the database", "%.1f s", (System.nanoTime() - begun) / 1e9);
            Delay.millis(5_000); // the snapshot is written when it is quiet
            all.stop();
            starts(one, all);
            one.start();
            all.start();
            memory(one, all);
            handshakes(one, all);
            one.stop();
            all.stop();
        }
    }

    private void starts(ServerProgram one, ServerProgram all) throws Exception {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            double without = start(one);
            double with = start(all);
            differences.add(with - without);
            row("start " + (i + 1), "1 of each kind %.1f s, %,d %.1f s", without, certificates, with);
        }
        row("start", "median difference %.1f s", new Measurements(differences).percentile(50));
    }

    private static double start(ServerProgram server) throws Exception {
        long begun = System.nanoTime();
        server.start();
        double seconds = (System.nanoTime() - begun) / 1e9;
        server.stop();
        return seconds;
    }

    private void memory(ServerProgram one, ServerProgram all) throws Exception {
        long without = Heap.usedKilobytes(one.pid(), home);
        long with = Heap.usedKilobytes(all.pid(), home);
        row(
                "heap after a full collection",
                "1 of each kind %d MB, %,d %d MB, %.1f KB per certificate",
                without / 1024,
                certificates,
                with / 1024,
                (with - without) / (double) (certificates - 2));
    }

    private void handshakes(ServerProgram one, ServerProgram all) throws Exception {
        for (int i = 0; i < 2; i++) {
            perHandshake(one, 2, handshakes, i);
            perHandshake(all, certificates, handshakes, i);
        }
        for (int kind = 0; kind < 2; kind++) {
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                without.add(perHandshake(one, 2, handshakes, kind));
                with.add(perHandshake(all, certificates, handshakes, kind));
            }
            double few = new Measurements(without).percentile(50);
            double many = new Measurements(with).percentile(50);
            row(
                    "server CPU per handshake, " + (kind == 0 ? "P-256" : "RSA-2048"),
                    "1: %.2f ms, %,d: %.2f ms, ratio %.2f (medians of %d rounds of %d)",
                    few,
                    certificates,
                    many,
                    many / few,
                    rounds,
                    handshakes);
        }
    }

    private double perHandshake(ServerProgram server, int hosts, int count, int kind) throws IOException {
        long before = Proc.cpuMillis(server.pid());
        for (int i = 0; i < count; i++) {
            String host = host(random.nextInt(hosts / 2) * 2 + kind);
            Browsing.to(server.port(8443), host, PROTOCOLS.get(i % 2)).close();
        }
        return (Proc.cpuMillis(server.pid()) - before) / (double) count;
    }

    /** Each round replaces the certificates of all hosts, as another node would; all the while guests come and stay. */
    private void swaps() throws Exception {
        int hosts = Math.max(1, swaps / 20);
        try (Store store = Store.postgresql(home.resolve("postgresql"))) {
            fill(store, hosts);
            ServerProgram server = server(store, "swaps", offset + 20);
            server.start();
            try (Connection database = store.connect()) {
                CertificateRows rows = new CertificateRows(database, keyFile);
                Swaps load = new Swaps(server.port(8443), hosts, MeasureTls::host);
                load.begin();
                List<Double> seconds = new ArrayList<>();
                for (int done = 0; done < swaps; done += hosts) seconds.add(load.round(rows, issuer));
                load.end();
                Measurements waits = new Measurements(seconds);
                row(
                        "%,d swaps under load".formatted(swaps),
                        "%,d full handshakes, %,d requests on kept connections, failed=%d; all of a round served after %.1f s, %.1f s at most",
                        load.handshakes(),
                        load.requests(),
                        load.failed(),
                        waits.percentile(50),
                        waits.percentile(100));
                load.failures().forEach(System.out::println);
            }
            server.stop();
        }
    }

    // --- helpers ----------------------------------------------------------------------------------------------------

    static String host(int number) {
        return "shop-" + number + ".bench.example";
    }

    /** Even numbers are P-256, odd ones RSA. */
    private void fill(Store store, int count) throws SQLException {
        Ground ground = Ground.lay(store, 0, 300);
        try (Connection database = store.connect()) {
            database.setAutoCommit(false);
            CertificateRows rows = new CertificateRows(database, keyFile);
            UUID tenant = ground.tenant();
            for (int i = 0; i < count; i++) {
                Issuer.Issued issued = issuer.issue(i % 2 == 1, host(i));
                rows.add(tenant, host(i), issued.key(), issued.chain(), "ACTIVE");
            }
            database.commit();
        }
    }

    private Store store(String name) throws IOException {
        return Store.h2(home.resolve(name).resolve("data"), false);
    }

    private ServerProgram server(Store store, String name, int portOffset) throws IOException {
        Map<String, String> environment = new HashMap<>(store.environment());
        environment.put("ESOLUTIONS_KEY_FILE", keyFile.toString());
        return new ServerProgram(root, home.resolve(name), portOffset, environment, List.of());
    }

    private static void row(String what, String words, Object... values) {
        System.out.printf("%-38s | %s%n", what, words.formatted(values));
    }
}
