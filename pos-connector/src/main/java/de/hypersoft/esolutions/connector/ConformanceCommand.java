package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.Options.Misunderstood;
import de.hypersoft.esolutions.connector.conformance.Book;
import de.hypersoft.esolutions.connector.conformance.Candidate;
import de.hypersoft.esolutions.connector.conformance.CandidateByHand;
import de.hypersoft.esolutions.connector.conformance.Pace;
import de.hypersoft.esolutions.connector.conformance.Report;
import de.hypersoft.esolutions.connector.conformance.Stage;
import de.hypersoft.esolutions.connector.conformance.StartedCandidate;
import de.hypersoft.esolutions.connector.conformance.Surroundings;
import de.hypersoft.esolutions.connector.conformance.scene.Play;
import de.hypersoft.esolutions.connector.tillcore.TillCore;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tries a till program, or a till core behind this one, and says which rules of the handover it keeps (CONFORMANCE.md). */
final class ConformanceCommand {

    private static final String BY_HAND = "by-hand";

    private final Options options;
    private final PrintStream out;
    private final Clock clock;

    ConformanceCommand(Options options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /** @return the exit code, as {@link Report#exitCode} */
    int run() throws Misunderstood, IOException, InterruptedException {
        Optional<URI> core = ConnectorSettings.address(options, "core");
        Optional<Path> json = options.text("json").map(Path::of);
        int port = (int) options.number("port", 0, 0, 65_535);
        Pace pace = new Pace(
                Duration.ofSeconds(options.number("patience-seconds", 60, 1, 3_600)),
                Duration.ofSeconds(options.number("quiet-seconds", 10, 1, 3_600)),
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
        Optional<String> data = options.text("data");
        Path work = data.isPresent()
                ? Files.createDirectories(Path.of(data.get()))
                : Files.createTempDirectory("conformance");
        if (Files.exists(work.resolve("till")))
            throw new Misunderstood("--data is a folder of its own for each run; " + work + " has had one");
        out.println("data of this run: " + work);
        Report report;
        if (core.isPresent()) {
            if (options.text("candidate").isEmpty()) new Book(core.get()).health(); // else it may come with the program
            report = played(core.get(), port, pace, work);
        } else {
            try (TillCore simulator = TillCore.start(simulator(work), clock, silent())) {
                report = played(URI.create("http://127.0.0.1:" + simulator.port()), port, pace, work);
            }
        }
        out.println(report.text());
        if (json.isPresent()) Files.writeString(json.get(), report.json(about()) + "\n");
        return report.exitCode();
    }

    private Report played(URI core, int port, Pace pace, Path work) throws IOException, InterruptedException {
        try (Stage stage = Stage.open(core, port, clock, pace, where -> candidate(where, work))) {
            new Play(stage, words -> out.println("... " + words)).all();
            return stage.report();
        }
    }

    /** What is to be tried: a program by its command, one that a person starts, or a till core behind this program. */
    private Candidate candidate(Surroundings where, Path work) throws IOException {
        Optional<String> command = options.text("candidate");
        boolean core = options.text("core").isPresent();
        if (command.isPresent() && !command.get().equals(BY_HAND)) {
            List<String> pairing =
                    options.text("pairing").map(StartedCandidate::words).orElse(List.of());
            return new StartedCandidate(pairing, StartedCandidate.words(command.get()), work, where);
        }
        if (command.isPresent() || !core) {
            return new CandidateByHand(
                    where, out, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        return new StartedCandidate(
                CoreProcess.thisProgram(List.of("pair", "--portal", "{portal}", "--pin", "{pin}", "--data", "{dir}")),
                CoreProcess.thisProgram(List.of(
                        "run",
                        "--data",
                        "{dir}",
                        "--till-core",
                        "{core}",
                        "--auto-release",
                        "on",
                        "--backoff-min-ms",
                        "50",
                        "--backoff-max-ms",
                        "1000",
                        "--poll-gap-ms",
                        "100")),
                work,
                where);
    }

    private Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("protocolVersion", "1");
        about.put("kit", Commands.version());
        about.put("candidate", options.text("candidate").orElse("pos-connector"));
        about.put("core", options.text("core").orElse("simulator"));
        about.put("endedAt", clock.instant().toString());
        return about;
    }

    private static TillCore.Setup simulator(Path work) {
        return new TillCore.Setup(work.resolve("core"), 0, "1", new ConnectorTexts(Locale.ENGLISH), ZoneOffset.UTC);
    }

    /** The simulator's own words are no part of this run's. */
    private ConsoleLog silent() {
        return new ConsoleLog(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock);
    }
}
