package de.hypersoft.esolutions.http;

import de.hypersoft.esolutions.http.pace.TransferLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of the server anybody may hold.
 *
 * @param small so many bytes of a body are read before a worker is given
 * @param smallBodies how long such a body may take
 * @param uploads how long a larger body may take, which holds a worker
 * @param answers how long an answer may take that is not taken
 * @param workers requests worked on at once
 * @param uploadsAtOnce of them with a larger body
 * @param streams requests at once on one connection
 * @param openPerClient requests of one client that have come and are not answered, the waiting ones too
 * @param connectionsPerClient 0 for no bound
 */
record Limits(
        int small,
        TransferLimit smallBodies,
        TransferLimit uploads,
        TransferLimit answers,
        int workers,
        int uploadsAtOnce,
        int streams,
        int openPerClient,
        int connectionsPerClient) {

    private static final int KB = 1024;

    /** As {@code HTTP_THREADS}, {@code HTTP_REQUESTS_PER_CLIENT} and {@code HTTP_CONNECTIONS_PER_CLIENT} say. */
    static Limits ofServer() {
        int workers = number("HTTP_THREADS", 64);
        return new Limits(
                64 * KB,
                new TransferLimit(Duration.ofSeconds(10), KB, Duration.ofSeconds(75)),
                new TransferLimit(Duration.ofSeconds(10), 16 * KB, Duration.ofMinutes(10)),
                new TransferLimit(Duration.ofSeconds(20), 8 * KB, Duration.ofMinutes(10)),
                workers,
                Math.max(1, workers / 8),
                100,
                number("HTTP_REQUESTS_PER_CLIENT", 500),
                number("HTTP_CONNECTIONS_PER_CLIENT", 400));
    }

    /** Those of a trusted proxy are not counted as one client's. Of all, as many as an eighth of the memory holds, taken as 8 KB for one by TLS that nothing is asked of. */
    Connections connections(Proxies proxies) {
        long room = Runtime.getRuntime().maxMemory() / 8 / (8 * KB);
        return new Connections(
                (int) Math.min(room, 50_000),
                connectionsPerClient,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                proxies);
    }

    /** One client never has all workers. */
    int workersPerClient() {
        return Math.max(1, workers * 3 / 4);
    }

    int uploadsPerClient() {
        return Math.max(1, uploadsAtOnce / 4);
    }

    /** A setting of the server; {@code otherwise} when it is not set. */
    static String text(String name, String otherwise) {
        String set = set(name);
        return set == null ? otherwise : set;
    }

    private static int number(String name, int otherwise) {
        String set = set(name);
        return set == null || set.isBlank() ? otherwise : Integer.parseInt(set.strip());
    }

    /** As the server's configuration reads it: the property {@code env.NAME}, the variable. */
    private static @Nullable String set(String name) {
        return System.getProperty("env." + name, System.getenv(name));
    }
}
