package de.hypersoft.esolutions.bench.idle;

import de.hypersoft.esolutions.bench.load.beside.BesideWar;
import de.hypersoft.esolutions.bench.load.wire.Answer;
import de.hypersoft.esolutions.bench.load.wire.Asked;
import de.hypersoft.esolutions.bench.load.wire.H2Trace;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.load.wire.PgWire;
import de.hypersoft.esolutions.bench.load.wire.WrongAnswer;
import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.program.Proc;
import de.hypersoft.esolutions.bench.program.ServerProgram;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Shops;
import de.hypersoft.esolutions.bench.restaurant.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One node on a database of its own. Counting costs time, so the processor is read first and statements after it. */
final class IdleNode {

    private static final int NOBODY_WAITS = 7_200;

    private final Path root;
    private final Path home;
    private final int offset;
    private final boolean postgresql;

    IdleNode(Path root, Path home, int offset, boolean postgresql) {
        this.root = root;
        this.home = home;
        this.offset = offset;
        this.postgresql = postgresql;
    }

    Minute measure(int locations, Idle.Pace pace) throws Exception {
        try (Store store = postgresql
                ? Store.postgresql(home.resolve("postgresql"))
                : Store.h2(home.resolve("server/data"), false)) {
            Ground.lay(store, 0, NOBODY_WAITS);
            try (Connection connection = store.connect()) {
                Shops.lay(connection, postgresql, locations - 1);
            }
            Map<String, String> environment = new HashMap<>(store.environment());
            ServerProgram server = new ServerProgram(root, home.resolve("server"), offset, environment, List.of());
            Path war = home.resolve("bench-beside.war");
            BesideWar.write(war);
            server.deploy(war);
            try {
                server.start();
                return measure(locations, pace, store, server);
            } finally {
                server.stop();
            }
        }
    }

    private Minute measure(int locations, Idle.Pace pace, Store store, ServerProgram server) throws Exception {
        Delay.millis(pace.settle() * 1_000L);
        long serverBefore = Proc.cpuMillis(server.pid());
        long databaseBefore = database(store);
        Delay.millis(pace.seconds() * 1_000L);
        double serverMillis = Proc.cpuMillis(server.pid()) - serverBefore;
        double databaseMillis = database(store) - databaseBefore;
        Asked.Counts asked = postgresql ? overWire(pace, store, server) : traced(pace, server);
        double perMinute = 60.0 / pace.seconds();
        Map<String, Double> texts = new TreeMap<>();
        asked.statements().forEach((text, count) -> {
            if (!text.isEmpty()) texts.put(text, count * perMinute);
        });
        return new Minute(
                locations,
                serverMillis * perMinute,
                databaseMillis * perMinute,
                asked.work() * perMinute,
                asked.commits() * perMinute,
                texts);
    }

    private static long database(Store store) throws IOException {
        return store.pid() == 0 ? 0 : Proc.cpuMillisOfTree(store.pid());
    }

    private Asked.Counts overWire(Idle.Pace pace, Store store, ServerProgram server) throws Exception {
        try (PgWire wire = new PgWire(store.port())) {
            server.stop();
            server.environment("DB_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres");
            server.start();
            Delay.millis(pace.settle() * 1_000L);
            Asked.Counts before = wire.asked().counts();
            Delay.millis(pace.seconds() * 1_000L);
            Asked.Counts asked = wire.asked().counts().since(before);
            server.stop();
            return asked;
        }
    }

    private Asked.Counts traced(Idle.Pace pace, ServerProgram server) throws Exception {
        Path trace = server.data().resolve("shop.trace.db");
        sql(server, "set trace_max_file_size 1000");
        sql(server, "set trace_level_file 2");
        Asked.Counts before = H2Trace.read(trace);
        Delay.millis(pace.seconds() * 1_000L);
        Asked.Counts asked = H2Trace.read(trace).since(before);
        sql(server, "set trace_level_file 0");
        return asked;
    }

    private static void sql(ServerProgram server, String statement) throws IOException {
        try (KeepAlive line = new KeepAlive(server.address())) {
            Answer answer =
                    line.send(KeepAlive.post(server.address(), BesideWar.PATH + "/sql", Map.of(), statement + ";;\n"));
            if (answer.status() != 200) throw new WrongAnswer("no SQL", answer);
        }
    }
}
