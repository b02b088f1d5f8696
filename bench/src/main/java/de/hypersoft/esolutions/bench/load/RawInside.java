package de.hypersoft.esolutions.bench.load;

import de.hypersoft.esolutions.bench.load.figures.Latencies;
import de.hypersoft.esolutions.bench.load.figures.Usage;
import de.hypersoft.esolutions.bench.load.figures.Window;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;

/** The limit of W3 on H2: raw orders by threads inside the server, since nobody else can reach its database. */
final class RawInside implements Measured {

    static final String WHAT =
            "the order's rows in one transaction over JDBC, each client a thread and a connection inside the server";

    private final Premises premises;
    private final UUID like;
    private final int clients;

    /** @param like an order that was placed over HTTP */
    RawInside(Premises premises, UUID like, int clients) {
        this.premises = premises;
        this.like = like;
        this.clients = clients;
    }

    static void lay(Premises premises, UUID like) throws IOException {
        premises.beside("/raw?like=" + like);
    }

    @Override
    public Window window(double seconds) throws IOException {
        Usage before = premises.usage();
        String told =
                premises.beside("/raw?like=" + like + "&clients=" + clients + "&millis=" + (int) (1_000 * seconds));
        Usage usage = premises.usage().since(before);
        Iterator<String> lines = told.lines().iterator();
        double ran = Long.parseLong(lines.next()) / 1e9;
        Latencies latencies = new Latencies();
        lines.forEachRemaining(line -> latencies.add(Long.parseLong(line)));
        return new Window(ran, latencies, 0, usage);
    }

    @Override
    public void close() {
        // its connections ended with each window
    }
}
