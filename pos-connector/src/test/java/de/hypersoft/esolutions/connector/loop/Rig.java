package de.hypersoft.esolutions.connector.loop;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.tillcore.TillCore;
import de.hypersoft.esolutions.connector.tillcore.TillCoreClient;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A whole till against a fake portal, on a clock of its own; it can be killed and started again. */
final class Rig implements AutoCloseable {

    final TestTime time = new TestTime();
    final FakePortal portal = new FakePortal();
    final ByteArrayOutputStream log = new ByteArrayOutputStream();
    final Path folder;
    TillCore core;
    boolean coreAway;
    int waitSeconds;
    volatile Duration coreDelay = Duration.ZERO;
    Progress progress = new Progress(true, null, null, null);

    private final ConsoleLog say = new ConsoleLog(new PrintStream(log, true, StandardCharsets.UTF_8), time);
    private final ConnectorTexts texts = new ConnectorTexts(Locale.ENGLISH);
    private volatile String failing = "";
    private volatile Gate.Fate fate = Gate.Fate.PASS;
    private final Gate portalGate;
    private final Gate coreGate;
    private @Nullable Journal journal;
    private @Nullable TillLoop loop;
    private @Nullable Reporter reporter;
    private @Nullable PortalTasks errands;

    Rig(Path folder) throws IOException {
        this(folder, Optional.empty());
    }

    /** @param plan decides about each request to the portal or the core, else the test says {@link #next} */
    Rig(Path folder, Optional<Function<String, Gate.Fate>> plan) throws IOException {
        this.folder = folder;
        this.core =
                TillCore.start(new TillCore.Setup(folder.resolve("core"), 0, "1", texts, ZoneOffset.UTC), time, say);
        this.portalGate = new Gate(portal.address(), plan.orElse(this::fate));
        this.coreGate = new Gate(URI.create("http://127.0.0.1:" + core.port()), plan.orElse(this::fate));
        start();
    }

    /** Starts the connector on what the disk holds. */
    void start() throws IOException {
        Journal opened = Journal.open(folder.resolve("data"), time);
        journal = opened;
        Watch watch = time.watch();
        Alarms alarms = new Alarms(say, watch, Duration.ofMinutes(5));
        Contact contact = new Contact(watch, alarms, texts, say, Duration.ofMinutes(5));
        TillContext till = new TillContext(
                opened,
                new Portal(portalGate.address(), "token", texts.language()),
                new TillCoreClient(() -> coreAway ? Optional.empty() : Optional.of(coreGate.address())),
                watch,
                contact,
                alarms,
                texts,
                say);
        Supplier<Backoff> backoffs =
                () -> new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), bound -> bound / 2);
        loop = new TillLoop(
                till, new TillLoop.Polling(20, waitSeconds, Duration.ofSeconds(1), Duration.ofMinutes(1)), backoffs);
        reporter = new Reporter(till, new Inbox(folder.resolve("data")), progress, backoffs);
        errands = new PortalTasks(till, List.of(catalogue()), backoffs);
    }

    /** The process is gone: nothing reaches its disk any more. */
    void kill() throws IOException {
        journal().close();
    }

    void restart() throws IOException {
        kill();
        start();
    }

    /** What becomes of the next request that ends so, to the portal or the core. */
    void next(String ending, Gate.Fate decided) {
        failing = ending;
        fate = decided;
    }

    private Gate.Fate fate(String request) {
        if (request.equals("POST /bookings")) time.pass(coreDelay);
        if (fate == Gate.Fate.PASS || !request.endsWith(failing)) return Gate.Fate.PASS;
        Gate.Fate decided = fate;
        fate = Gate.Fate.PASS;
        return decided;
    }

    /** One turn of the loop; the clock moves by the pause it asked for. */
    Duration turn() throws IOException {
        Duration pause = Objects.requireNonNull(loop).turn();
        time.pass(pause);
        return pause;
    }

    void turns(int count) throws IOException {
        for (int i = 0; i < count; i++) turn();
    }

    void report() throws IOException {
        for (int i = 0; i < 4; i++) time.pass(Objects.requireNonNull(reporter).turn());
    }

    /** Where this till's catalogue lies, once a test puts it there. */
    Path catalogue() {
        return folder.resolve("menu.json");
    }

    /** So many turns of the errands, a second apart. */
    void runErrands(int count) throws IOException {
        for (int i = 0; i < count; i++)
            time.pass(Objects.requireNonNull(errands).turn());
    }

    Optional<StoredRow> row(String orderId) {
        return journal().find(orderId);
    }

    Journal journal() {
        return Objects.requireNonNull(journal);
    }

    String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    List<String> bookings() throws IOException {
        return Files.readAllLines(folder.resolve("core/bookings.log"));
    }

    /** Kitchen tickets that are not marked as a reprint. */
    List<String> tickets() throws IOException {
        try (var files = Files.list(folder.resolve("core/tickets"))) {
            return files.map(Rig::text)
                    .filter(text -> !text.contains("Nachdruck"))
                    .toList();
        }
    }

    /** The acknowledgement is answered with yes, and the till core does not get the order. */
    void confirmedButNotBooked(String orderId) throws IOException {
        next("POST /bookings", Gate.Fate.LOSE_REQUEST);
        turn();
        assertThat(row(orderId).orElseThrow().row().state()).isEqualTo(State.CONFIRMED);
        assertThat(bookings()).isEmpty();
    }

    int acknowledgements() {
        return Collections.frequency(portal.calls, "/acknowledgements");
    }

    @Override
    public void close() throws IOException {
        kill();
        portalGate.close();
        coreGate.close();
        core.close();
        portal.close();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
