package de.hypersoft.esolutions.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Attackers: each asks for the same, goes on byte by byte, and asks anew when it was let go. One half comes by HTTP/1.1,
 * each from an address of its own, one half as streams of a few HTTP/2 connections.
 */
public final class SlowClients implements AutoCloseable {

    private static final int STREAMS = 45;

    private final SlowRequest request;
    private final String host;
    private final int http;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final List<Socket> lines = new ArrayList<>();
    private final List<SlowStreams> connections = new ArrayList<>();
    private final AtomicInteger letGo = new AtomicInteger();

    private SlowClients(SlowRequest request, String host, int http) {
        this.request = request;
        this.host = host;
        this.http = http;
    }

    /**
     * @param host as in the requests
     * @param http port on 127.0.0.1
     * @param https port on 127.0.0.1
     * @param count of them in all
     * @param every how often each sends or takes a byte
     */
    public static SlowClients begin(SlowRequest request, String host, int http, int https, int count, Duration every)
            throws IOException {
        SlowClients clients = new SlowClients(request, host, http);
        for (int i = 0; i < count / 2; i++) clients.lines.add(clients.line(i));
        for (int left = count - count / 2, i = 0; left > 0; left -= STREAMS, i++)
            clients.connections.add(new SlowStreams(host, https, i, Math.min(left, STREAMS), request, clients.letGo));
        clients.clock.scheduleWithFixedDelay(clients::drip, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return clients;
    }

    /** How often one of them was let go. */
    public int letGo() {
        return letGo.get();
    }

    private Socket line(int number) throws IOException {
        Socket line = new Socket();
        request.prepare(line);
        line.bind(new InetSocketAddress(request.address(number), 0));
        line.connect(new InetSocketAddress("127.0.0.1", http), 10_000);
        line.getOutputStream().write(request.head(host, number));
        return line;
    }

    private void drip() {
        for (int i = 0; i < lines.size(); i++) {
            try {
                request.drip(lines.get(i));
            } catch (IOException ended) {
                letGo.incrementAndGet();
                again(i);
            }
        }
        connections.forEach(SlowStreams::drip);
    }

    private void again(int number) {
        try {
            lines.get(number).close();
            lines.set(number, line(number));
        } catch (IOException notNow) {
            letGo.incrementAndGet(); // the next byte fails too, and then it tries again
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        for (Socket line : lines) line.close();
        for (SlowStreams connection : connections) connection.close();
    }
}
