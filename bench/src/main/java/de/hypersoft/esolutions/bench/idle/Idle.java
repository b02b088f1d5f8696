package de.hypersoft.esolutions.bench.idle;

import de.hypersoft.esolutions.bench.Flags;
import de.hypersoft.esolutions.bench.load.figures.Surroundings;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The shipped server while nobody asks it for anything, with a few locations and with very many. */
public final class Idle {

    private Idle() {}

    /** Flags as the script {@code bench/idle} documents them. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Flags flags = new Flags(
                arguments, Set.of("root", "home", "port-offset", "db", "locations", "seconds", "settle", "name"));
        boolean postgresql = flags.word("db", "h2", Set.of("h2", "postgresql")).equals("postgresql");
        Path root = Path.of(flags.text("root", ".")).toAbsolutePath().normalize();
        Path home = Path.of(flags.text("home", "target/idle")).toAbsolutePath();
        Pace pace = new Pace(flags.number("settle", 60, 1, 3_600), flags.number("seconds", 60, 5, 3_600));
        int offset = flags.number("port-offset", 6000, 0, 50_000);
        String name = flags.text(
                "name",
                DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT).format(LocalDateTime.now(ZoneOffset.UTC))
                        + "-idle-" + (postgresql ? "postgresql" : "h2"));
        List<Minute> minutes = new ArrayList<>();
        for (int locations : locations(flags)) {
            IdleNode node = new IdleNode(root, home.resolve("with-" + locations), offset, postgresql);
            minutes.add(node.measure(locations, pace));
            System.out.println(IdleReport.line(minutes.get(minutes.size() - 1)));
        }
        Path results = root.resolve("bench/results").resolve(name);
        new IdleReport(postgresql ? "PostgreSQL" : "H2", Surroundings.of(root), pace, minutes).write(results);
        System.out.println("written to " + root.relativize(results));
    }

    private static List<Integer> locations(Flags flags) {
        List<Integer> counts = Arrays.stream(flags.text("locations", "3,10000").split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        if (counts.stream().anyMatch(count -> count < 1 || count > 100_000))
            throw new IllegalArgumentException("--locations lie between 1 and 100000");
        return counts;
    }

    /**
     * How long it takes.
     *
     * @param settle seconds after the start before anything counts
     * @param seconds in which the processor's time is read, and again as many in which statements are counted
     */
    record Pace(int settle, int seconds) {}
}
