package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.ServerProgram;
import de.hypersoft.esolutions.bench.restaurant.Ageing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One server, or several on one database. With several, most kills meet one while the others work on; the first and every
 * third after it take all of them, as a power cut does, and only then do orders grow old unseen.
 */
final class Nodes {

    private static final int PORTS_APART = 100;

    private final List<ServerProgram> servers = new ArrayList<>();
    private int kills;
    private int ofAll;

    /** @param home each node gets a folder of its own below it */
    Nodes(int count, Path root, Path home, int offset, Map<String, String> environment, List<String> properties)
            throws IOException {
        for (int number = 1; number <= count; number++) {
            Map<String, String> own = new HashMap<>(environment);
            own.put("NODE_NAME", "node" + number);
            Path folder = number == 1 ? home.resolve("server") : home.resolve("server" + number);
            servers.add(new ServerProgram(root, folder, offset + (number - 1) * PORTS_APART, own, properties));
        }
    }

    List<Integer> ports() {
        return servers.stream().map(server -> server.address().getPort()).toList();
    }

    void start() throws IOException, InterruptedException {
        for (ServerProgram server : servers) server.start();
    }

    void stop() throws IOException, InterruptedException {
        for (ServerProgram server : servers) server.stop();
    }

    /** kill -9 of one of them or of all, and up again. */
    void killSome(Random random, Ageing ageing) throws IOException, InterruptedException, SQLException {
        kills++;
        boolean all = servers.size() == 1 || kills % 3 == 1;
        List<ServerProgram> victims = all ? servers : List.of(servers.get(random.nextInt(servers.size())));
        for (ServerProgram victim : victims) victim.kill();
        if (all) {
            ageing.pass();
            ofAll++;
        }
        Chaos.say("kill -9 of %s (%d)", all ? "the server" : "node " + (servers.indexOf(victims.get(0)) + 1), kills);
        for (ServerProgram victim : victims) victim.start();
    }

    int kills() {
        return kills;
    }

    /** How often none was left. */
    int killsOfAll() {
        return ofAll;
    }

    /** Answers of 500, from the servers' logs. */
    long incidents() throws IOException {
        long found = 0;
        for (ServerProgram server : servers) {
            try (var lines = Files.lines(server.data().resolve("log/server.log"))) {
                found += lines.filter(line -> line.contains("incident=")).count();
            }
        }
        return found;
    }
}
