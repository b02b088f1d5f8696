package de.hypersoft.esolutions.bench.load.beside;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Raw orders inside the server, where an embedded database can be reached: {@code /raw?like=ORDER&clients=N&millis=M}.
 * Each client is a thread with a connection of its own. The answer: nanoseconds in which it ran, then those of each order,
 * a line each. {@code like} alone makes the tables.
 */
@WebServlet("/raw")
public final class RawServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = ShopDatabase.POOL)
    private transient DataSource pool;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            UUID like = UUID.fromString(request.getParameter("like"));
            if (request.getParameter("clients") == null) lay();
            else run(like, number(request, "clients"), number(request, "millis"), text);
        } catch (SQLException | ExecutionException | InterruptedException e) {
            response.setStatus(500);
            text = new StringBuilder(String.valueOf(e));
        }
        response.setContentType("application/octet-stream");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void lay() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            RawOrder.lay(connection);
        }
    }

    /** Connecting and preparing take none of the time. */
    private void run(UUID like, int clients, int millis, StringBuilder text)
            throws SQLException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Connection> connections = new ArrayList<>();
        try {
            List<RawOrder> ready = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                connections.add(ShopDatabase.direct(pool));
                ready.add(new RawOrder(connections.get(i), like));
            }
            long begin = System.nanoTime();
            long end = begin + millis * 1_000_000L;
            List<Future<List<Long>>> running = new ArrayList<>();
            for (RawOrder raw : ready) running.add(threads.submit(() -> orders(raw, end)));
            List<Long> took = new ArrayList<>();
            for (Future<List<Long>> one : running) took.addAll(one.get());
            text.append(System.nanoTime() - begin).append('\n');
            for (long nanos : took) text.append(nanos).append('\n');
        } finally {
            threads.shutdown();
            for (Connection connection : connections) connection.close();
        }
    }

    private static List<Long> orders(RawOrder raw, long end) throws SQLException {
        List<Long> took = new ArrayList<>();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            raw.write();
            took.add(System.nanoTime() - begin);
        }
        return took;
    }

    private static int number(HttpServletRequest request, String name) {
        return Integer.parseInt(request.getParameter(name));
    }
}
