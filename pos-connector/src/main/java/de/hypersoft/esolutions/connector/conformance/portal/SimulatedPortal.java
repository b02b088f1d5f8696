package de.hypersoft.esolutions.connector.conformance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.hypersoft.esolutions.connector.conformance.portal.Treatment.Fate;
import de.hypersoft.esolutions.connector.portal.Portal;
import de.hypersoft.esolutions.connector.wire.ConnectorJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The HTTP server of the simulated portal, on the loopback address: each call has its weather, then its effect. */
public final class SimulatedPortal implements AutoCloseable {

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final long TICK = 50;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Desk desk;
    private final Board board = new Board();
    private final AtomicLong newestClaim = new AtomicLong();
    private final AtomicInteger weathers = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile Weather weather = Weather.FAIR;
    private volatile boolean open = true;

    private SimulatedPortal(HttpServer server, Desk desk) {
        this.server = server;
        this.desk = desk;
    }

    /** @param port 0 for any free one; {@code booked} tells whether the till has booked an order */
    public static SimulatedPortal start(int port, Clock clock, Desk.Booked booked) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        SimulatedPortal portal = new SimulatedPortal(server, new Desk(clock, booked));
        server.setExecutor(portal.workers);
        server.createContext(Portal.BASE, portal::handle);
        server.start();
        return portal;
    }

    /** The portal's address, as a till is paired with it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The orders and what is heard of them. */
    public Desk desk() {
        return desk;
    }

    public Board board() {
        return board;
    }

    /** From now on; a claim that waits under the weather before ends with empty hands. */
    public void weather(Weather now) {
        weather = now;
        weathers.incrementAndGet();
        board.changed();
    }

    public void place(Handover order) {
        desk.place(order);
        board.changed();
    }

    /** How many calls arrived, the lost ones too. */
    public int calls() {
        return calls.get();
    }

    /** How many calls went unanswered on purpose. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        open = false;
        board.changed();
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            calls.incrementAndGet();
            desk.arrived(call);
            board.changed();
            boolean waited = call.kind() == Call.Kind.CLAIM && awaitSomething(call);
            Treatment treatment = weather.of(call);
            Answer answer = answer(call, treatment, waited);
            treatment.then().happens();
            if (treatment.fate() == Fate.LOSE_REQUEST || treatment.fate() == Fate.LOSE_ANSWER) lost.incrementAndGet();
            else send(exchange, call, answer);
            board.changed();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Call call, Treatment treatment, boolean waited) throws IOException {
        return switch (treatment.fate()) {
            case LOSE_REQUEST -> Answer.NOTHING;
            case ANSWER_OTHERWISE -> treatment.answer();
            case PASS, LOSE_ANSWER -> desk.answer(call, waited);
        };
    }

    private void send(HttpExchange exchange, Call call, Answer answer) throws IOException {
        desk.goesOut(call, answer);
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (answer.status() == 429) exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** One waiting claim per till: the newest wins. @return whether it waited */
    private boolean awaitSomething(Call call) throws InterruptedException {
        long mine = newestClaim.incrementAndGet();
        int under = weathers.get();
        int seconds = Math.max(0, Math.min(55, call.body().path("waitSeconds").asInt(0)));
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        boolean waited = false;
        while (open && under == weathers.get() && mine == newestClaim.get() && !desk.hasSomething()) {
            if (System.nanoTime() - until >= 0) return waited;
            waited = true;
            board.awaitChange(TICK);
        }
        return waited;
    }

    private static Call read(HttpExchange exchange) throws IOException {
        JsonNode body = ConnectorJson.tree(exchange.getRequestBody().readNBytes(LARGEST_BODY));
        String path = exchange.getRequestURI().getRawPath().substring(Portal.BASE.length());
        String authorization = header(exchange, "Authorization");
        return new Call(
                exchange.getRequestMethod(),
                path.isEmpty() ? "/" : path,
                header(exchange, "Idempotency-Key"),
                authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "",
                body);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
