package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Candidate;
import de.hypersoft.esolutions.connector.conformance.Surroundings;
import de.hypersoft.esolutions.connector.desk.PairDevice;
import de.hypersoft.esolutions.connector.desk.TillCard;
import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.loop.Alarms;
import de.hypersoft.esolutions.connector.loop.Backoff;
import de.hypersoft.esolutions.connector.loop.Contact;
import de.hypersoft.esolutions.connector.loop.Inbox;
import de.hypersoft.esolutions.connector.loop.Progress;
import de.hypersoft.esolutions.connector.loop.Reporter;
import de.hypersoft.esolutions.connector.loop.TillContext;
import de.hypersoft.esolutions.connector.loop.TillLoop;
import de.hypersoft.esolutions.connector.loop.Watch;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Our own connector, in this process and on a clock that jumps. */
final class OurTill implements Candidate {

    private static final Duration LONGEST_REST = Duration.ofMillis(20);

    private final Surroundings where;
    private final Path folder;
    private final MovableClock clock;
    private final ConsoleLog say;
    private Optional<Life> life = Optional.empty();

    OurTill(Surroundings where, Path folder, MovableClock clock) {
        this.where = where;
        this.folder = folder;
        this.clock = clock;
        this.say =
                new ConsoleLog(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock);
    }

    @Override
    public void start() throws IOException {
        if (!TillCard.exists(folder))
            new PairDevice(say.out(), clock, "1").pair(where.portal(), where.pin(), "till", folder);
        life = Optional.of(new Life());
        life.get().begin();
    }

    @Override
    public void kill() throws IOException, InterruptedException {
        if (life.isPresent()) life.get().end();
        life = Optional.empty();
    }

    @Override
    public boolean keepsFolder() {
        return true;
    }

    @Override
    public void backUp() throws IOException {
        copy(folder, folder.resolveSibling("backup"));
    }

    @Override
    public void restore() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        copy(folder.resolveSibling("backup"), folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
    }

    private interface Turn {
        Duration turn() throws IOException;
    }

    /** From a start to a kill. */
    private final class Life {

        private final Journal journal;
        private final Portal portal;
        private final Thread claiming;
        private final Thread reporting;
        private volatile boolean over;

        Life() throws IOException {
            journal = Journal.open(folder, clock);
            TillCard card = TillCard.read(folder).orElseThrow();
            ConnectorTexts texts = new ConnectorTexts(Locale.ENGLISH);
            portal = new Portal(card.portal(), card.token(), texts.language());
            Watch watch = new Watch(clock, System::nanoTime);
            Alarms alarms = new Alarms(say, watch, Duration.ofMinutes(5));
            Contact contact = new Contact(watch, alarms, texts, say, Duration.ofMinutes(5));
            TillContext till = new TillContext(
                    journal,
                    portal,
                    new TillCoreClient(() -> Optional.of(where.core())),
                    watch,
                    contact,
                    alarms,
                    texts,
                    say);
            Supplier<Backoff> backoffs =
                    () -> new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), bound -> bound / 2);
            TillLoop loop = new TillLoop(
                    till, new TillLoop.Polling(20, 5, Duration.ofMillis(10), Duration.ofMillis(20)), backoffs);
            Reporter reporter = new Reporter(till, new Inbox(folder), new Progress(true, null, null, null), backoffs);
            claiming = new Thread(() -> repeat(loop::turn), "claiming");
            reporting = new Thread(() -> repeat(reporter::turn), "reporting");
        }

        void begin() {
            claiming.start();
            reporting.start();
        }

        void end() throws IOException, InterruptedException {
            over = true;
            journal.close();
            portal.hangUp();
            for (Thread thread : new Thread[] {claiming, reporting}) {
                thread.interrupt();
                thread.join();
            }
        }

        private void repeat(Turn turn) {
            try {
                while (!over) {
                    Duration rest = turn.turn();
                    if (!rest.isZero()) journal.awaitNews(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
                }
            } catch (IOException | InterruptedException dead) {
                over = true;
            }
        }
    }
}
