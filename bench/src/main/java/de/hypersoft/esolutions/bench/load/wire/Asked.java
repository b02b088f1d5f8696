package de.hypersoft.esolutions.bench.load.wire;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What a database was asked since the start, by any number of connections. */
public final class Asked {

    private static final int LONGEST = 100;

    private final AtomicLong trips = new AtomicLong();
    private final Map<String, AtomicLong> statements = new ConcurrentHashMap<>();

    /** An answer was waited for. */
    void trip() {
        trips.incrementAndGet();
    }

    /** A text was executed; an empty one is how a driver asks whether the connection lives. */
    public void statement(String text) {
        String one = text.strip().replaceAll("\\s+", " ");
        String begin = one.length() > LONGEST ? one.substring(0, LONGEST) : one;
        statements.computeIfAbsent(begin, t -> new AtomicLong()).incrementAndGet();
    }

    public Counts counts() {
        Map<String, Long> texts = new TreeMap<>();
        statements.forEach((text, count) -> texts.put(text, count.get()));
        return new Counts(trips.get(), texts);
    }

    /**
     * @param trips round trips; 0 where there is no wire
     * @param statements how often each text was executed, cut to its first 100 characters
     */
    public record Counts(long trips, Map<String, Long> statements) {

        public Counts {
            statements = Map.copyOf(statements);
        }

        /** What came since an earlier count. */
        public Counts since(Counts earlier) {
            Map<String, Long> texts = new TreeMap<>();
            statements.forEach((text, count) -> {
                long more = count - earlier.statements.getOrDefault(text, 0L);
                if (more > 0) texts.put(text, more);
            });
            return new Counts(trips - earlier.trips, texts);
        }

        public long commits() {
            return with("COMMIT");
        }

        /** All but what begins, ends or tries a transaction or a connection. */
        public long work() {
            return statements.values().stream().mapToLong(Long::longValue).sum()
                    - with("BEGIN")
                    - commits()
                    - with("ROLLBACK")
                    - with("");
        }

        /** Empty ones, which ask whether a connection lives. */
        public long validations() {
            return with("");
        }

        private long with(String word) {
            return statements.entrySet().stream()
                    .filter(e -> e.getKey().replace(";", "").equalsIgnoreCase(word))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
