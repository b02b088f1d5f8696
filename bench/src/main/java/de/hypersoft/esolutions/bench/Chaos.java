package de.hypersoft.esolutions.bench;

import de.hypersoft.esolutions.bench.program.Delay;
import de.hypersoft.esolutions.bench.restaurant.Ageing;
import de.hypersoft.esolutions.bench.restaurant.Ground;
import de.hypersoft.esolutions.bench.restaurant.Mailbox;
import de.hypersoft.esolutions.bench.restaurant.Manager;
import de.hypersoft.esolutions.bench.restaurant.Placer;
import de.hypersoft.esolutions.bench.restaurant.Store;
import de.hypersoft.esolutions.bench.till.BadLine;
import de.hypersoft.esolutions.bench.till.TillProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Guests order, tills fetch, a manager meddles, the lines are bad, and everything is killed at random; then it is
 * counted whether an order was lost or doubled. Exit code 0 only if not, and if everything really happened.
 */
public final class Chaos {

    private static final int LEASE_SECONDS = 3;
    private static final int UNCLAIMED_SECONDS = 5;
    private static final double TROUBLE = 0.16;

    private final int orders;
    private final int kills;
    private final long seed;
    private final Path root;
    private final Path home;
    private final int offset;
    private final @Nullable String breakage;
    private final Store store;
    private final Mailbox mailbox;
    private final Nodes nodes;
    private final BadLine balancer;
    private final Ageing ageing;
    private final List<TillProgram> tills = new ArrayList<>();
    private final List<BadLine> lines = new ArrayList<>();
    private int tillKills;

    private Chaos(Flags flags) throws IOException {
        orders = flags.number("orders", 300, 10, 100_000);
        kills = flags.number("kills", 6, 2, 1_000);
        seed = flags.number("seed", 1, 0, Integer.MAX_VALUE);
        offset = flags.number("port-offset", 6000, 0, 50_000);
        root = Path.of(flags.text("root", ".")).toAbsolutePath().normalize();
        String broken = flags.word("break", "nothing", Set.of("nothing", "ack", "fence", "delay"));
        breakage = broken.equals("nothing") ? null : broken;
        home = Files.createDirectories(
                Path.of(flags.text("home", "target/chaos")).toAbsolutePath());
        Path data = home.resolve("server/data");
        String database = flags.word("db", "h2", Set.of("h2", "postgresql"));
        if (database.equals("h2") && flags.number("nodes", 1, 1, 5) > 1)
            throw new IllegalArgumentException("several nodes need --db postgresql: H2 belongs to one process");
        store = database.equals("h2")
                ? Store.h2(data, "delay".equals(breakage))
                : Store.postgresql(home.resolve("postgresql"));
        ageing = new Ageing(store);
        int smtp = 3025 + offset;
        mailbox = new Mailbox(smtp);
        Map<String, String> environment = new HashMap<>(store.environment());
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", Integer.toString(smtp));
        nodes = new Nodes(
                flags.number("nodes", 1, 1, 5),
                root,
                home,
                offset,
                environment,
                List.of(
                        "esolutions.lease-seconds=" + LEASE_SECONDS,
                        "esolutions.shop.orders-per-minute=0",
                        "esolutions.orders.limited=false",
                        "esolutions.shop.wrong-links-per-minute=0"));
        balancer = line(0, 0);
    }

    /** Flags as the script {@code bench/chaos} documents them. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        // the mail server's threads end so when the server that they talk to is killed
        Thread.setDefaultUncaughtExceptionHandler((thread, broken) -> say("%s: %s", thread.getName(), broken));
        Chaos chaos = new Chaos(new Flags(
                arguments, Set.of("orders", "kills", "db", "seed", "nodes", "break", "root", "home", "port-offset")));
        boolean well = false;
        try {
            well = chaos.run();
        } finally {
            chaos.close();
        }
        System.exit(well ? 0 : 1);
    }

    private boolean run() throws Exception {
        Ground.lay(store, 2, UNCLAIMED_SECONDS);
        say("server starts on %s", home);
        nodes.start();
        openTills();
        BadLine guests = line(7, TROUBLE / 4);
        Placer placer =
                new Placer(URI.create("http://127.0.0.1:" + guests.port()), orders, seed, orders <= 2_000 ? 150 : 10);
        Manager manager = new Manager(front(), placer, ageing, seed + 11);
        manager.signIn();
        List<Thread> busy = new ArrayList<>();
        for (int i = 0; i < guests(); i++) busy.add(thread("guest", placer::work));
        Thread managing = thread("manager", manager::work);
        killAll(placer);
        for (Thread guest : busy) guest.join();
        say(
                "%d orders answered, %d requests sent again, %d answers dropped, %d requests or answers held back",
                placer.count(),
                placer.sentAgain(),
                lines.stream().mapToInt(BadLine::dropped).sum(),
                lines.stream().mapToInt(BadLine::held).sum());
        placer.refusals().stream().limit(5).forEach(refusal -> say("refused: %s", refusal));
        manager.stop();
        managing.join();
        lines.forEach(BadLine::mend);
        new Drain(front(), this::bookings, mailbox).all(placer, manager);
        for (TillProgram till : tills) till.stop();
        nodes.stop();
        return count(placer);
    }

    /** Mostly they wait for answers that the line holds back; a long run has more of them, or it would take hours. */
    private int guests() {
        return orders <= 2_000 ? 4 : 12;
    }

    /** Where what has a good line comes in: a load balancer before the nodes. */
    private URI front() {
        return URI.create("http://localhost:" + balancer.port());
    }

    private void openTills() throws IOException, InterruptedException {
        boolean rogue = breakage != null && !breakage.equals("delay");
        Path catalogue = home.resolve("catalogue.json");
        Files.writeString(catalogue, Ground.catalogue());
        for (int number = 1; number <= 2; number++) {
            TillProgram till = new TillProgram(number, root, home.resolve("till" + number), rogue ? breakage : null);
            till.pair(front());
            if (number == 1) till.loadCatalogue(front(), catalogue);
            till.startCore();
            till.startConnector(line(number, TROUBLE).port());
            tills.add(till);
        }
    }

    private BadLine line(int salt, double trouble) throws IOException {
        BadLine line = new BadLine(nodes.ports(), seed * 31 + salt, LEASE_SECONDS * 1000L, trouble);
        lines.add(line);
        return line;
    }

    /** Two of five kills meet the server, three a till; spread evenly over the orders. */
    private void killAll(Placer placer) throws IOException, InterruptedException, SQLException {
        Random random = new Random(seed + 5);
        List<Boolean> victims = new ArrayList<>();
        int ofServer = Math.max(1, kills * 2 / 5);
        for (int i = 0; i < kills; i++) victims.add(i < ofServer);
        Collections.shuffle(victims, random);
        for (int i = 0; i < kills; i++) {
            int due = (int) ((i + 1L) * orders / (kills + 1));
            while (placer.count() + placer.refusals().size() < due) Delay.millis(5);
            Delay.millis(random.nextInt(200));
            if (victims.get(i)) nodes.killSome(random, ageing);
            else killTill(random);
        }
    }

    private void killTill(Random random) throws IOException, InterruptedException {
        int victim = random.nextInt(tills.size());
        TillProgram till = tills.get(victim);
        boolean coreToo = random.nextInt(3) == 0;
        till.killConnector();
        if (coreToo) till.killCore();
        tillKills++;
        say("kill -9 of till %d%s (%d)", victim + 1, coreToo ? " and its core" : "", tillKills);
        Delay.millis(random.nextInt(1500));
        if (coreToo) till.startCore();
        till.startConnector(lines.get(victim).port());
    }

    private List<TillProgram.Booking> bookings() throws IOException {
        List<TillProgram.Booking> all = new ArrayList<>();
        for (TillProgram till : tills) all.addAll(till.bookings());
        return all;
    }

    private boolean count(Placer placer) throws Exception {
        Tally tally;
        Map<String, Long> kinds;
        try (Connection connection = store.connect()) {
            tally = new Tally(connection, bookings());
            kinds = Tally.kinds(connection);
        }
        Map<String, Integer> received = mailbox.received();
        List<String> lost = tally.lost(placer.answered());
        List<String> doubled = tally.doubled();
        List<String> unasked = tally.unasked(ageing.aged());
        List<String> mailsDoubled = tally.mailsDoubled(received.keySet());
        lost.stream().limit(10).forEach(order -> say("lost: %s", order));
        doubled.stream().limit(10).forEach(order -> say("doubled: %s", order));
        unasked.stream().limit(10).forEach(order -> say("handed out too old, unasked: %s", order));
        mailsDoubled.stream().limit(10).forEach(mail -> say("mail doubled: %s", mail));
        say(
                "too_old=%d sent_to_the_till=%d unticked=%d withdrawn=%d mails_sent_again_with_the_same_id=%d",
                ageing.aged().size(),
                tally.moves("HAND_OVER"),
                tally.moves("UNTICK"),
                tally.moves("WITHDRAW"),
                received.values().stream().mapToInt(times -> times - 1).sum());
        say("orders by kind: %s", kinds);
        say("incidents (answers 500) in the server's log: %d", nodes.incidents());
        long conflicts = 0;
        for (TillProgram till : tills) conflicts += till.conflicts();
        long ticked = tally.ever(Set.of("TICK", "TAKE_OVER"));
        long takeovers = tally.moves("TAKE_OVER");
        System.out.printf(
                "orders=%d booked=%d ticked=%d takeovers=%d conflicts=%d kills_server=%d kills_till=%d mails=%d lost=%d"
                        + " doubled=%d mails_doubled=%d unasked=%d%n",
                placer.count(),
                tally.booked(),
                ticked,
                takeovers,
                conflicts,
                nodes.kills(),
                tillKills,
                received.size(),
                lost.size(),
                doubled.size(),
                mailsDoubled.size(),
                unasked.size());
        boolean happened = placer.count() > 0
                && kinds.size() == 4
                && tally.booked() > 0
                && ticked > 0
                && takeovers > 0
                && conflicts > 0
                && nodes.killsOfAll() > 0
                && tillKills > 0
                && !ageing.aged().isEmpty()
                && !received.isEmpty();
        return happened
                && placer.refusals().isEmpty()
                && lost.isEmpty()
                && doubled.isEmpty()
                && unasked.isEmpty()
                && mailsDoubled.isEmpty();
    }

    private void close() throws Exception {
        for (TillProgram till : tills) till.stop();
        nodes.stop();
        for (BadLine line : lines) line.close();
        mailbox.close();
        store.close();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static Thread thread(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void say(String words, Object... values) {
        System.out.printf("%tT %s%n", System.currentTimeMillis(), words.formatted(values));
    }
}
