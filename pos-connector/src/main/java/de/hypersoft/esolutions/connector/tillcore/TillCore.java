package de.hypersoft.esolutions.connector.tillcore;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.disk.CannotWrite;
import de.hypersoft.esolutions.connector.disk.FolderLock;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import de.hypersoft.esolutions.connector.wire.ConsoleLog;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The SIMULATOR till core: an HTTP server on the loopback address that books, one request after the other. The
 * interface is TILL-CORE.md; a real till replaces this class by its own program.
 */
public final class TillCore implements AutoCloseable {

    /** The file in the data folder that holds the port while the core runs. */
    public static final String PORT_FILE = "till-core.port";

    private static final int LARGEST_BODY = 1024 * 1024;

    private final FolderLock lock;
    private final Bookings bookings;
    private final Counter counter;
    private final HttpServer server;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final ConnectorTexts texts;
    private final ConsoleLog say;

    private TillCore(
            FolderLock lock,
            Bookings bookings,
            Counter counter,
            HttpServer server,
            ConnectorTexts texts,
            ConsoleLog say) {
        this.lock = lock;
        this.bookings = bookings;
        this.counter = counter;
        this.server = server;
        this.texts = texts;
        this.say = say;
    }

    /**
     * How the core is set up.
     *
     * @param port 0 for any free one
     * @param terminalId the Terminal-ID on receipts; each has a series of its own
     */
    public record Setup(Path folder, int port, String terminalId, ConnectorTexts texts, ZoneId zone) {}

    /** Opens the books, prints what a crash left unprinted, and serves. */
    public static TillCore start(Setup setup, Clock clock, ConsoleLog say) throws IOException {
        FolderLock lock = FolderLock.take(setup.folder(), "till-core.lock");
        try {
            Bookings bookings = Bookings.open(setup.folder(), setup.terminalId(), clock);
            TicketPrinter printer = TicketPrinter.into(
                    setup.folder().resolve("tickets"), new Ticket(setup.texts(), setup.zone()), say.out());
            Counter counter = new Counter(bookings, printer, setup.folder().resolve(BookOfBookings.BOOKINGS));
            int late = counter.finishPrinting();
            if (late > 0) say.warn("reprinted tickets=" + late + " after a crash");
            // the JDK's server writes head and body apart; with Nagle's rule each answer would wait 40 ms
            System.setProperty("sun.net.httpserver.nodelay", "true");
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port()), 50);
            TillCore core = new TillCore(lock, bookings, counter, server, setup.texts(), say);
            core.serve(setup.folder());
            return core;
        } catch (IOException failed) {
            lock.close();
            throw failed;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        worker.shutdown();
        bookings.close();
        lock.close();
    }

    private void serve(Path folder) throws IOException {
        server.setExecutor(worker);
        server.createContext("/", this::handle);
        server.start();
        Path part = folder.resolve(PORT_FILE + ".part");
        Files.writeString(part, Integer.toString(port()));
        Files.move(
                part, folder.resolve(PORT_FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        say.info("till-core ready port=" + port() + " signer=" + Bookings.SIGNER + " bookings=" + counter.count());
    }

    private record Answer(int status, @Nullable Object body) {}

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body() == null
                    ? new byte[0]
                    : ConnectorJson.write(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY)
                throw new CannotBook(413, "too-large", "At most " + LARGEST_BODY + " bytes.");
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
            return route(
                    exchange.getRequestMethod(), path, ConnectorJson.tree(body).path("order"));
        } catch (CannotBook refused) {
            return new Answer(refused.status(), refused.problem());
        } catch (CannotWrite full) {
            say.alarm("till-core: " + full.words(texts));
            return new Answer(503, new CannotBook.Problem("disk", String.valueOf(full.getMessage())));
        } catch (IOException disk) {
            say.alarm("till-core can not write: " + disk.getMessage());
            return new Answer(503, new CannotBook.Problem("disk", String.valueOf(disk.getMessage())));
        }
    }

    private Answer route(String method, String[] path, JsonNode order) throws IOException {
        String call = method + ' ' + path[0] + ' ' + path.length + (path.length == 3 ? ' ' + path[2] : "");
        return switch (call) {
            case "GET health 1" ->
                new Answer(200, Map.of("status", "UP", "signer", Bookings.SIGNER, "bookings", counter.count()));
            case "POST checks 1" -> {
                counter.check(order);
                yield new Answer(204, null);
            }
            case "POST bookings 1" -> book(order);
            case "GET bookings 2" -> new Answer(200, counter.find(path[1]));
            case "POST bookings 3 release" -> new Answer(200, counter.release(path[1]));
            case "POST bookings 3 reprint" -> {
                counter.reprint(path[1]);
                yield new Answer(204, null);
            }
            default -> throw new CannotBook(404, "no-such-call", "See TILL-CORE.md.");
        };
    }

    private Answer book(JsonNode order) throws IOException {
        Counter.Booked booked = counter.book(order);
        if (booked.fresh()) {
            say.info("till-core booked order=" + booked.orderId() + " transaction=" + booked.transactionNumber()
                    + " receipt=" + booked.receipt().number() + " terminal="
                    + booked.receipt().terminalId());
        }
        return new Answer(booked.fresh() ? 201 : 200, booked);
    }
}
