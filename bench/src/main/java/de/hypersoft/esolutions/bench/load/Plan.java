package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.Flags;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is to be measured.
 *
 * @param root of the checkout
 * @param home an empty folder for server and database
 * @param results the folder that gets the files with the figures
 * @param baseline the file with the ratios that are held against this run, or taken from it
 * @param only operations, by the begin of their names; empty for all
 * @param clients at once, one number for each series
 * @param stored orders of the past
 * @param others locations of other brands that nobody asks for anything
 */
record Plan(
        Path root,
        Path home,
        Path results,
        Path baseline,
        int offset,
        boolean postgresql,
        Profile profile,
        List<String> only,
        List<Integer> clients,
        int stored,
        int others,
        Pace pace,
        Then then) {

    static final int SERVER_CPU = 0;
    static final int CLIENT_CPU = 1;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    /** How the server is started. */
    enum Profile {
        /** As a small machine starts it. */
        SMALL(Map.of("ESOLUTIONS_PROFILE", "small")),
        /** As a larger one does, with a heap of 1 GB whatever this machine has. */
        BUSY(Map.of("ESOLUTIONS_PROFILE", "busy", "SERVER_HEAP", "1g"));

        private final Map<String, String> environment;

        Profile(Map<String, String> environment) {
            this.environment = environment;
        }

        Map<String, String> environment() {
            return environment;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How long it takes.
     *
     * @param seconds of each window
     * @param windows that count, of each operation and number of clients
     * @param warmSeconds of each window before them
     * @param warmMost seconds of warming up after which it is measured anyway, and told not to be steady
     * @param counted orders whose statements are counted
     */
    record Pace(double seconds, int windows, double warmSeconds, int warmMost, int counted) {}

    /** What is done with the ratios: held against the baseline, made the baseline, or neither. */
    enum Then {
        NOTHING,
        CHECK,
        BASELINE
    }

    /** Flags as the script {@code bench/load} documents them. */
    static Plan of(String[] arguments) {
        Flags flags = new Flags(
                arguments,
                Set.of(
                        "root",
                        "home",
                        "port-offset",
                        "db",
                        "only",
                        "clients",
                        "seconds",
                        "windows",
                        "warm",
                        "profile",
                        "stored",
                        "others",
                        "name",
                        "quick",
                        "then"));
        boolean quick = flags.word("quick", "no", Set.of("yes", "no")).equals("yes");
        boolean postgresql = flags.word("db", "h2", Set.of("h2", "postgresql")).equals("postgresql");
        Profile profile = Profile.valueOf(
                flags.word("profile", "small", Set.of("small", "busy")).toUpperCase(Locale.ROOT));
        Path root = Path.of(flags.text("root", ".")).toAbsolutePath().normalize();
        int seconds = flags.number("seconds", quick ? 1 : 10, 1, 50);
        return new Plan(
                root,
                Path.of(flags.text("home", "target/load")).toAbsolutePath(),
                root.resolve("bench/results").resolve(name(flags, postgresql, profile)),
                root.resolve("bench/load-baseline.json"),
                flags.number("port-offset", 6000, 0, 50_000),
                postgresql,
                profile,
                listed(flags.text("only", "")),
                listed(flags.text("clients", quick ? "1,8" : "1,8,32")).stream()
                        .map(Plan::clients)
                        .toList(),
                flags.number("stored", 1_000, 100, 1_000_000),
                flags.number("others", 0, 0, 100_000),
                new Pace(
                        seconds,
                        flags.number("windows", 3, 1, 20),
                        quick ? 1 : Math.min(seconds, 5),
                        flags.number("warm", quick ? 5 : profile == Profile.BUSY ? 240 : 60, 1, 3_600),
                        quick ? 40 : 200),
                Then.valueOf(flags.word("then", "nothing", Set.of("nothing", "check", "baseline"))
                        .toUpperCase(Locale.ROOT)));
    }

    private static String name(Flags flags, boolean postgresql, Profile profile) {
        String name = flags.text(
                "name",
                DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT).format(LocalDateTime.now(ZoneOffset.UTC))
                        + (postgresql ? "-postgresql-" : "-h2-")
                        + profile.key());
        if (!NAME.matcher(name).matches() || name.startsWith("."))
            throw new IllegalArgumentException("--name is a folder's name: letters, digits, dots, dashes");
        return name;
    }

    private static List<String> listed(String words) {
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int clients(String number) {
        int clients = Integer.parseInt(number);
        if (clients < 1 || clients > 48) throw new IllegalArgumentException("--clients lie between 1 and 48");
        return clients;
    }

    String database() {
        return postgresql ? "postgresql" : "h2";
    }

    int mostClients() {
        return clients.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** W2 stands for all that begin so. */
    boolean wants(String operation) {
        return only.isEmpty() || only.stream().anyMatch(operation::startsWith);
    }
}
