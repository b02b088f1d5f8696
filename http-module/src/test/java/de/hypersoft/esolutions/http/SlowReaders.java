package de.hypersoft.esolutions.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Attackers: each asks for a large page and takes a byte of it now and then, and asks anew when it was let go. One half
 * comes by HTTP/1.1, each from an address of its own (127.0.11.x), one half as streams of a few HTTP/2 connections whose
 * window is shut.
 */
public final class SlowReaders implements AutoCloseable {

    private static final int STREAMS = 45;
    private static final int BUFFER = 1024;

    private final String host;
    private final String path;
    private final int http;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final List<Socket> lines = new ArrayList<>();
    private final List<SlowStreams> connections = new ArrayList<>();
    private final AtomicInteger letGo = new AtomicInteger();

    private SlowReaders(String host, String path, int http) {
        this.host = host;
        this.path = path;
        this.http = http;
    }

    /**
     * @param host as in the requests
     * @param path of what is large
     * @param http port on 127.0.0.1
     * @param https port on 127.0.0.1
     * @param count of them in all
     * @param every how often each takes a byte
     */
    public static SlowReaders begin(String host, String path, int http, int https, int count, Duration every)
            throws IOException {
        SlowReaders readers = new SlowReaders(host, path, http);
        for (int i = 0; i < count / 2; i++) readers.lines.add(readers.line(i));
        for (int left = count - count / 2, i = 0; left > 0; left -= STREAMS, i++)
            readers.connections.add(new SlowStreams(
                    host, "127.0.21." + (1 + i), https, Math.min(left, STREAMS), Asked.forPage(path), readers.letGo));
        readers.clock.scheduleWithFixedDelay(readers::takes, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return readers;
    }

    /** How often one of them was let go. */
    public int letGo() {
        return letGo.get();
    }

    private Socket line(int number) throws IOException {
        Socket line = new Socket();
        line.setReceiveBufferSize(BUFFER);
        line.bind(new InetSocketAddress("127.0.11." + (1 + number % 250), 0));
        line.connect(new InetSocketAddress("127.0.0.1", http), 10_000);
        line.setSoTimeout(1);
        // Again and again, since the buffers of the network take much for a single answer.
        line.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .repeat(10)
                        .getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private void takes() {
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (lines.get(i).getInputStream().read() < 0) again(i);
            } catch (java.net.SocketTimeoutException nothingYet) {
                continue;
            } catch (IOException ended) {
                again(i);
            }
        }
        connections.forEach(SlowStreams::drip);
    }

    private void again(int number) {
        letGo.incrementAndGet();
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
