package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.Options.Misunderstood;
import de.hypersoft.esolutions.connector.desk.AvailabilityCommand;
import de.hypersoft.esolutions.connector.desk.Catalogue;
import de.hypersoft.esolutions.connector.desk.CheckFile;
import de.hypersoft.esolutions.connector.desk.Doctor;
import de.hypersoft.esolutions.connector.desk.Images;
import de.hypersoft.esolutions.connector.desk.PairDevice;
import de.hypersoft.esolutions.connector.desk.TillCard;
import de.hypersoft.esolutions.connector.desk.Until;
import de.hypersoft.esolutions.connector.disk.CannotWrite;
import de.hypersoft.esolutions.connector.journal.Journal;
import de.hypersoft.esolutions.connector.journal.StatusEvent;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import de.hypersoft.esolutions.connector.loop.Inbox;
import de.hypersoft.esolutions.connector.loop.TillCommand;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.tillcore.DamagedBook;
import de.hypersoft.esolutions.connector.tillcore.TillCore;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One method per command. */
final class Commands {

    private static final int WELL = 0;
    private static final int FAILED = 1;

    private final Options options;
    private final PrintStream out;
    private final Clock clock;

    Commands(Options options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    int start() throws Misunderstood, IOException, InterruptedException {
        try {
            return command();
        } catch (CannotWrite refused) {
            out.println(refused.words(ofThisMachine()));
            return FAILED;
        } catch (TillCard.Damaged damaged) {
            out.println(ofThisMachine().of("card.damaged"));
            return FAILED;
        } catch (DamagedBook damaged) {
            out.println(damaged.words(ofThisMachine()));
            return FAILED;
        }
    }

    private int command() throws Misunderstood, IOException, InterruptedException {
        String command = options.words().isEmpty() ? "run" : options.word(0, "a command");
        if (options.on("help") || command.equals("help")) return help();
        return switch (command) {
            case "run" -> run();
            case "pair" -> pair();
            case "doctor" -> doctor();
            case "load-catalog" -> loadCatalog();
            case "check" -> check();
            case "block", "unblock", "count" -> availability(command);
            case "images" -> exit(new Images(portal(), out).upload(Path.of(options.word(1, "DIR"))));
            case "event" -> wish("event", type(options.word(2, "TYPE")));
            case "reprint", "replay" -> wish(command, null);
            case "resume" -> resume();
            case "journal" -> journal();
            case "till-core" -> tillCore();
            case "conformance" -> new ConformanceCommand(options, out, clock).run();
            default -> throw new Misunderstood("unknown command " + command + "; see --help");
        };
    }

    private int help() throws IOException {
        try (InputStream text = Commands.class.getResourceAsStream("/help.txt")) {
            if (text == null) throw new IOException("help.txt is missing from the program");
            out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        return WELL;
    }

    private int run() throws Misunderstood, IOException, InterruptedException {
        ConnectorSettings settings = ConnectorSettings.of(options);
        TillCard card = card(settings.data());
        if (card.headOffice())
            throw new IOException("This is a head-office access: it loads master data and never fetches orders.");
        ConsoleLog say = new ConsoleLog(out, clock);
        try {
            return new RunTill(settings, card, say).run();
        } catch (CannotWrite full) {
            say.alarm("stopping: " + full.words(settings.texts()));
            return FAILED;
        }
    }

    private int pair() throws Misunderstood, IOException {
        URI portal = ConnectorSettings.address(options, "portal")
                .orElseThrow(() -> new Misunderstood("--portal URL is missing"));
        String name = options.text("name").orElse("Kasse");
        return exit(new PairDevice(out, clock, version()).pair(portal, options.need("pin"), name, data()));
    }

    private int doctor() throws Misunderstood, IOException {
        Optional<URI> portal = ConnectorSettings.address(options, "portal");
        if (portal.isEmpty() && !TillCard.exists(data()))
            throw new Misunderstood("--portal URL is missing, and this folder is not paired");
        Doctor.Setup setup = new Doctor.Setup(portal, data(), ConnectorSettings.spawnsCore(options));
        return exit(new Doctor(setup, clock, ofThisMachine(), out).examine());
    }

    private int loadCatalog() throws Misunderstood, IOException {
        Catalogue catalogue = new Catalogue(portal(), data(), out, ofThisMachine());
        Path file = Path.of(options.word(1, "FILE"));
        return (options.on("increment") ? catalogue.increment(file) : catalogue.full(file)).exitCode();
    }

    private int check() throws Misunderstood, IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConnectorSettings.zone(options));
        String country = options.text("country").orElse("DE");
        return exit(new CheckFile(out, ofThisMachine()).check(Path.of(options.word(1, "FILE")), today, country));
    }

    private int availability(String command) throws Misunderstood, IOException {
        AvailabilityCommand availability = new AvailabilityCommand(portal(), out);
        String article = options.word(1, "ARTICLE");
        return exit(
                switch (command) {
                    case "block" -> availability.block(article, until());
                    case "unblock" -> availability.unblock(article);
                    default -> availability.count(article, remaining(options.word(2, "N")));
                });
    }

    private @Nullable Instant until() throws Misunderstood {
        Optional<String> words = options.text("until");
        if (words.isEmpty()) return null;
        ZonedDateTime now = clock.instant().atZone(ConnectorSettings.zone(options));
        Instant end = Until.of(words.get(), now)
                .orElseThrow(() ->
                        new Misunderstood("--until is a time to come, as " + Until.FORMS + ", not " + words.get()));
        out.println("until " + Until.shown(end, now));
        return end;
    }

    private static long remaining(String text) throws Misunderstood {
        if (!text.matches("\\d{1,9}")) throw new Misunderstood("N is a whole number, not " + text);
        return Long.parseLong(text);
    }

    private static String type(String text) throws Misunderstood {
        String type = text.toUpperCase(Locale.ROOT);
        String known = Stream.of(StatusEvent.Type.values())
                .map(Enum::name)
                .filter(name -> !name.equals("BOOKED") && !name.equals("SIGNED"))
                .collect(Collectors.joining(", "));
        if (!(", " + known + ",").contains(", " + type + ","))
            throw new Misunderstood("TYPE is one of " + known + ", not " + text);
        return type;
    }

    private int wish(String kind, @Nullable String type) throws Misunderstood, IOException {
        String orderId = options.word(1, "ORDER");
        if (Journal.look(data()).rows().stream()
                .noneMatch(kept -> kept.row().orderId().equals(orderId))) {
            out.println(
                    "This till does not know an order " + orderId + "; 'pos-connector journal' lists what it knows.");
            return FAILED;
        }
        String reason = options.text("reason").orElse(null);
        new Inbox(data()).put(new TillCommand(kind, orderId, type, reason), clock);
        out.println(kind + " noted; the running program does it within a second, or the next one at its start");
        return WELL;
    }

    private int resume() throws Misunderstood, IOException {
        new Inbox(data()).put(new TillCommand("resume", "", null, null), clock);
        out.println("resume noted; the portal refuses again unless somebody accepted this till's journal there");
        return WELL;
    }

    private int journal() throws Misunderstood, IOException {
        for (StoredRow kept : Journal.look(data()).rows()) {
            String waiting = kept.nextUnsent().isPresent() ? " events waiting" : "";
            String detail = kept.detail() == null ? "" : " (" + kept.detail() + ")";
            String events =
                    kept.events().stream().map(event -> event.type().name()).collect(Collectors.joining(","));
            out.println(kept.changedAt() + " order=" + kept.row().orderId() + " state="
                    + kept.row().state() + " fence=" + kept.row().fence() + " events=" + events + waiting + detail);
        }
        return WELL;
    }

    private int tillCore() throws Misunderstood, IOException, InterruptedException {
        TillCore.Setup setup = new TillCore.Setup(
                data(),
                (int) options.number("port", 0, 0, 65_535),
                options.text("terminal").orElse("1"),
                ConnectorSettings.texts(options),
                ConnectorSettings.zone(options));
        CountDownLatch stop = new CountDownLatch(1);
        try (TillCore core = TillCore.start(setup, clock, new ConsoleLog(out, clock))) {
            Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stopping"));
            if (options.on("exit-with-parent")) {
                awaitEndOfInput();
            } else {
                stop.await();
            }
        }
        return WELL;
    }

    /** The parent holds the other end of the pipe: it ends with the parent, even by kill -9. */
    private static void awaitEndOfInput() throws IOException {
        int read = 0;
        while (read >= 0) read = System.in.read();
    }

    private Portal portal() throws Misunderstood, IOException {
        TillCard card = card(data());
        URI address = ConnectorSettings.address(options, "portal").orElse(card.portal());
        return new Portal(address, card.token(), ofThisMachine().language());
    }

    private static TillCard card(Path data) throws IOException {
        return TillCard.read(data)
                .orElseThrow(() -> new IOException("The data folder " + data + " is not paired yet. Ask for a PIN in "
                        + "the portal under Tills and run: pos-connector pair --portal URL --pin PIN --data " + data));
    }

    private Path data() throws Misunderstood {
        return Path.of(options.need("data"));
    }

    private ConnectorTexts ofThisMachine() throws Misunderstood {
        return ConnectorSettings.textsOfThisMachine(options, Locale.getDefault());
    }

    static String version() {
        String version = Commands.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static int exit(boolean well) {
        return well ? WELL : FAILED;
    }
}
