package de.hypersoft.esolutions.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections of a client with an address of its own on this machine. */
public final class Lines implements AutoCloseable {

    private final InetSocketAddress server;
    private final List<Socket> open = new ArrayList<>();

    public Lines(InetSocketAddress server) {
        this.server = server;
    }

    /** @param from {@code 127.0.0.2} and so on; {@code 127.0.0.1} is taken for a proxy */
    public Socket from(String from, String request) throws IOException {
        Socket line = new Socket();
        line.setReceiveBufferSize(4096);
        line.bind(new InetSocketAddress(from, 0));
        line.connect(server, 5_000);
        line.setSoTimeout(20_000);
        line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        open.add(line);
        return line;
    }

    static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: shop\r\nContent-Length: " + length + "\r\n\r\n";
    }

    public static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: shop\r\n\r\n";
    }

    /** Status line, headers and what is there of the body, up to the given end; empty when the line was closed. */
    public static String answer(Socket line, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = line.getInputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.append((char) next);
            if (text.indexOf(end) >= 0) break;
        }
        return text.toString();
    }

    /** Sends a byte each time, until the server has enough of it: how many it took. */
    static int drip(Socket line, int mostBytes, int everyMillis) throws IOException {
        line.setSoTimeout(everyMillis);
        for (int sent = 1; sent <= mostBytes; sent++) {
            try {
                line.getOutputStream().write('x');
                if (line.getInputStream().read() < 0) return sent;
                throw new AssertionError("answered");
            } catch (SocketTimeoutException stillOpen) {
                continue;
            } catch (IOException reset) {
                return sent;
            }
        }
        throw new AssertionError("still open after " + mostBytes + " bytes");
    }

    @Override
    public void close() throws IOException {
        for (Socket line : open) line.close();
    }
}
