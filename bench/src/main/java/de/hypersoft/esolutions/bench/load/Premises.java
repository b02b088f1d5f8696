package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.beside.BesideWar;
import de.hypersoft.esolutions.bench.load.beside.PlainServlet;
import de.hypersoft.esolutions.bench.load.figures.Usage;
import de.hypersoft.esolutions.bench.load.wire.Answer;
import de.hypersoft.esolutions.bench.load.wire.KeepAlive;
import de.hypersoft.esolutions.bench.load.wire.WrongAnswer;
import de.hypersoft.esolutions.bench.program.Proc;
import de.hypersoft.esolutions.bench.program.ServerProgram;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Past;
import de.hypersoft.esolutions.bench.restaurant.Shops;
import de.hypersoft.esolutions.bench.restaurant.Store;
import de.hypersoft.esolutions.bench.till.TillFleet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The shop that is measured: one location with the workload's menu, its server and database on one processor. */
final class Premises implements AutoCloseable {

    /** So many that no order is one too many; the limits are still counted. */
    private static final String NO_END = "100000000";

    private static final Map<String, String> LIMITS = Map.of(
            "ESOLUTIONS_SHOP_ORDERS_PER_MINUTE", NO_END,
            "ESOLUTIONS_ORDERS_PER_LOCATION_PER_HOUR", NO_END,
            "ESOLUTIONS_ORDERS_UNASKED_PER_LOCATION", NO_END,
            "ESOLUTIONS_ORDERS_UNASKED_GUESTS_PER_NETWORK", NO_END,
            "ESOLUTIONS_ORDERS_GUESTS_PER_NETWORK_PER_HOUR", NO_END);
    private static final int NOBODY_IS_CALLED_FOR = 7_200;
    private static final String MENU_TOKEN = "bench-load-menu";

    private final Plan plan;
    private final Store store;
    private final ServerProgram server;
    private final KeepAlive backdoor;
    private final byte[] menu;

    private Premises(Plan plan, Store store, ServerProgram server) {
        this.plan = plan;
        this.store = store;
        this.server = server;
        this.backdoor = new KeepAlive(server.address());
        this.menu = KeepAlive.request(
                "PUT",
                server.address(),
                "/portal/api/pos/v1/catalog",
                Map.of("Authorization", "Bearer " + MENU_TOKEN, "Content-Type", "application/json"),
                Dishes.json());
    }

    /** Lays it all out and starts it. */
    static Premises open(Plan plan) throws Exception {
        Store store = plan.postgresql()
                ? Store.postgresql(plan.home().resolve("postgresql"))
                : Store.h2(plan.home().resolve("server/data"), false);
        try {
            if (store.pid() > 0)
                Proc.pin(store.pid(), Plan.SERVER_CPU, plan.home().resolve("pinned.log"));
            lay(plan, store);
            Map<String, String> environment = new HashMap<>(store.environment());
            environment.putAll(LIMITS);
            environment.putAll(plan.profile().environment());
            ServerProgram server = new ServerProgram(
                    plan.root(),
                    plan.home().resolve("server"),
                    plan.offset(),
                    environment,
                    List.of(PlainServlet.FOLDER + "=" + answers(plan)));
            Path war = plan.home().resolve("bench-beside.war");
            BesideWar.write(war);
            server.deploy(war);
            server.onProcessor(Plan.SERVER_CPU);
            return new Premises(plan, store, server).started();
        } catch (Exception failed) {
            store.close();
            throw failed;
        }
    }

    /** A server that does not get ready, or takes no menu, is stopped again: nobody else would. */
    private Premises started() throws IOException, InterruptedException {
        try {
            server.start();
            Answer loaded = backdoor.send(menu);
            if (loaded.status() >= 300) throw new WrongAnswer("no menu", loaded);
            return this;
        } catch (IOException | InterruptedException failed) {
            backdoor.close();
            server.stop();
            throw failed;
        }
    }

    private static void lay(Plan plan, Store store) throws SQLException {
        Ground ground = Ground.lay(store, 0, NOBODY_IS_CALLED_FOR);
        Ground chain = new Ground(UUID.randomUUID(), ground.location());
        try (Connection connection = store.connect()) {
            Ground.run(connection, "update tenancy.delivery_zone set fee_minor = " + Guests.FEE);
            ground.pairedTill(connection, ground.location(), 1, MENU_TOKEN);
            // The tills that poll belong to another brand, or the manager's list would be one of hundreds of locations.
            Ground.run(
                    connection,
                    "insert into tenancy.tenant (id, slug, name, currency, brand_colour, default_language, created_at,"
                            + " version) values (?, 'chain', 'Chain', 'EUR', '#aa3300', 'de', ?, 0)",
                    chain.tenant(),
                    OffsetDateTime.now(ZoneOffset.UTC));
            Past.fill(connection, plan.postgresql(), ground, ground.location(), plan.stored());
            Shops.lay(connection, plan.postgresql(), plan.others());
        }
        int tills = plan.wants("W4a") || plan.wants("W4b") ? plan.mostClients() * (Tills.ROUND + 1) : 0;
        TillFleet.at(chain, store, tills, 0);
        try (Connection connection = store.connect()) {
            Ground.run(
                    connection,
                    "update tenancy.location set unclaimed_after_seconds = ?, second_contact_after_seconds = ?",
                    NOBODY_IS_CALLED_FOR,
                    2 * NOBODY_IS_CALLED_FOR);
        }
    }

    private static Path answers(Plan plan) {
        return plan.home().resolve("answers");
    }

    /** Where answers lie that are sent again as they are. */
    Path answers() {
        return answers(plan);
    }

    Plan plan() {
        return plan;
    }

    URI address() {
        return server.address();
    }

    Store store() {
        return store;
    }

    /** Tills from here on never have an order; those before it are {@link Tills#ROUND} for each client. */
    int firstIdleTill() {
        return plan.mostClients() * Tills.ROUND;
    }

    Usage usage() throws IOException {
        return Usage.now(server.pid(), store.pid(), Plan.SERVER_CPU, Plan.CLIENT_CPU);
    }

    /** In words. */
    String memory() throws IOException {
        String text = "server %d MB, at most %d MB"
                .formatted(Proc.residentMegabytes(server.pid()), Proc.mostMegabytes(server.pid()));
        return store.pid() == 0 ? text : text + "; database " + Proc.megabytesOfTree(store.pid()) + " MB";
    }

    /** What the server was started with beside its own settings, in words. */
    String passed() {
        Map<String, String> all = new TreeMap<>(LIMITS);
        all.putAll(plan.profile().environment());
        return all.toString();
    }

    /** One transaction inside the server. @return the rows of the queries, columns apart by tabs */
    synchronized List<String> sql(String... statements) throws IOException {
        Answer answer = backdoor.send(
                KeepAlive.post(address(), BesideWar.PATH + "/sql", Map.of(), String.join(";;\n", statements) + ";;\n"));
        if (answer.status() != 200) throw new WrongAnswer("no SQL", answer);
        return answer.text().lines().toList();
    }

    long number(String query) throws IOException {
        return Long.parseLong(sql(query).get(0));
    }

    /** Something that the servlets beside the product do. */
    synchronized String beside(String path) throws IOException {
        Answer answer = backdoor.send(KeepAlive.get(address(), BesideWar.PATH + path, Map.of()));
        if (answer.status() != 200) throw new WrongAnswer(path, answer);
        return answer.text();
    }

    /** The same server on the same database, reached over this port. */
    void startAgainOver(int databasePort) throws IOException, InterruptedException {
        backdoor.close();
        server.stop();
        server.environment("DB_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres");
        server.start();
    }

    /** Where an embedded database keeps its files. */
    Path data() {
        return server.data();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        backdoor.close();
        server.stop();
        store.close();
    }
}
