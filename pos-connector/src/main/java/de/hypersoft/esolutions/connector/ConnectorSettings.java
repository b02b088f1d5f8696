package de.hypersoft.esolutions.connector;

import de.hypersoft.esolutions.connector.Options.Misunderstood;
import de.hypersoft.esolutions.connector.desk.Catalogue;
import de.hypersoft.esolutions.connector.loop.Backoff;
import de.hypersoft.esolutions.connector.loop.Progress;
import de.hypersoft.esolutions.connector.loop.TillLoop;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** The settings of a run, checked once at the start. */
record ConnectorSettings(
        Path data,
        Optional<URI> portal,
        Optional<URI> tillCore,
        List<Path> catalogues,
        TillLoop.Polling polling,
        Progress progress,
        Supplier<Backoff> backoffs,
        Duration alarmAfter,
        ConnectorTexts texts,
        String terminal,
        ZoneId zone) {

    static ConnectorSettings of(Options options) throws Misunderstood {
        return new ConnectorSettings(
                Path.of(options.need("data")),
                address(options, "portal"),
                spawnsCore(options) ? Optional.empty() : address(options, "till-core"),
                catalogues(options),
                polling(options),
                progress(options),
                backoffs(options),
                Duration.ofSeconds(options.number("alarm-after-seconds", 300, 1, 86_400)),
                texts(options),
                options.text("terminal").orElse("1"),
                zone(options));
    }

    /** Whether the simulator books, in the data folder, and no program of its own. */
    static boolean spawnsCore(Options options) {
        return options.text("till-core").filter(text -> !text.equals("spawn")).isEmpty();
    }

    /** Where the till puts its catalogue; else what load-catalog sent last. */
    private static List<Path> catalogues(Options options) throws Misunderstood {
        Path known = Path.of(options.need("data")).resolve(Catalogue.KNOWN_FULL);
        return options.text("catalog")
                .map(file -> List.of(Path.of(file), known))
                .orElse(List.of(known));
    }

    /** Tickets and alarms: German unless somebody says otherwise, whatever the machine speaks. */
    static ConnectorTexts texts(Options options) throws Misunderstood {
        return texts(options, "de");
    }

    /** What a person asks for at the machine is answered in the machine's language, when that is one of ours. */
    static ConnectorTexts textsOfThisMachine(Options options, Locale machine) throws Misunderstood {
        return texts(options, machine.getLanguage().equals("de") ? "de" : "en");
    }

    private static ConnectorTexts texts(Options options, String otherwise) throws Misunderstood {
        String language =
                options.text("language").or(() -> options.text("lang")).orElse(otherwise);
        if (!language.equals("de") && !language.equals("en"))
            throw new Misunderstood("--language is de or en, not " + language);
        return new ConnectorTexts(Locale.forLanguageTag(language));
    }

    static ZoneId zone(Options options) throws Misunderstood {
        try {
            return options.text("zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException unknown) {
            throw new Misunderstood("--zone is a name as Europe/Berlin: " + unknown.getMessage());
        }
    }

    /** An address of this program's surroundings, as {@code http://host:8080}. */
    static Optional<URI> address(Options options, String name) throws Misunderstood {
        Optional<String> text = options.text(name);
        if (text.isEmpty()) return Optional.empty();
        URI uri = URI.create(text.get().replace(' ', '+'));
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new Misunderstood("--" + name + " is an address as https://portal.example, not " + text.get());
        }
        return Optional.of(uri);
    }

    private static TillLoop.Polling polling(Options options) throws Misunderstood {
        long plain = options.number("poll-seconds", 0, 0, 3_600);
        long wait = options.number("wait-seconds", plain > 0 ? 0 : 25, 0, 60);
        Duration pause = plain > 0
                ? Duration.ofSeconds(plain)
                : Duration.ofMillis(options.number("poll-gap-ms", 1_000, 10, 60_000));
        return new TillLoop.Polling((int) options.number("max", 20, 1, 100), (int) wait, pause, Duration.ofMinutes(1));
    }

    private static Progress progress(Options options) throws Misunderstood {
        return new Progress(
                options.on("auto-release"),
                options.time("preparing-after").orElse(null),
                options.time("ready-after").orElse(null),
                options.time("completed-after").orElse(null));
    }

    private static Supplier<Backoff> backoffs(Options options) throws Misunderstood {
        Duration shortest = Duration.ofMillis(options.number("backoff-min-ms", 1_000, 1, 60_000));
        Duration longest = Duration.ofMillis(options.number("backoff-max-ms", 300_000, 1, 3_600_000));
        IntUnaryOperator random = new SecureRandom()::nextInt;
        return () -> new Backoff(shortest, longest, random);
    }
}
