package de.hypersoft.esolutions.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * What each attacker asks for, and how it goes on: a body that comes byte by byte, or an answer that is taken so.
 *
 * @param path below 127 characters
 * @param announced bytes of the body; 0 for a page whose answer is taken byte by byte
 * @param net of the addresses the attackers come from: 127.0.1NET.x by HTTP/1.1, 127.0.2NET.x by HTTP/2
 */
public record SlowRequest(String path, int announced, int net) {

    private static final int ANNOUNCED = 60_000;
    private static final int BUFFER = 1024;
    private static final int DATA = 0;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_HEADERS = 4;
    private static final int END_STREAM = 1;

    /** An order of which its sender sends the head and then a byte now and then. */
    public static SlowRequest order() {
        return new SlowRequest("/api/v1/orders", ANNOUNCED, 0);
    }

    /** A large page of which its reader takes a byte now and then; by HTTP/2 its window is shut. */
    public static SlowRequest page(String path) {
        return new SlowRequest(path, 0, 1);
    }

    private boolean takes() {
        return announced == 0;
    }

    String address(int number) {
        return "127.0.1" + net + "." + (1 + number % 250);
    }

    String addressOfStreams(int number) {
        return "127.0.2" + net + "." + (1 + number);
    }

    /** Before it is connected. */
    void prepare(Socket line) throws IOException {
        if (!takes()) return;
        line.setReceiveBufferSize(BUFFER);
        line.setSoTimeout(1);
    }

    /** A page again and again, since the buffers of the network take much for a single answer. */
    byte[] head(String host, int number) {
        String head = takes()
                ? ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").repeat(10)
                : "POST " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: slow-client-" + number
                        + "\r\nContent-Length: " + announced + "\r\n\r\n{";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    /** One byte more. @throws IOException when the server let it go */
    void drip(Socket line) throws IOException {
        if (!takes()) {
            line.getOutputStream().write(' ');
            return;
        }
        try {
            if (line.getInputStream().read() < 0) throw new IOException("ended");
        } catch (SocketTimeoutException nothingYet) {
            return;
        }
    }

    /** Of a connection of HTTP/2: who takes an answer lets no byte of it come at first. */
    byte[] settings() {
        return takes() ? new byte[] {0, 4, 0, 0, 0, 0} : new byte[0];
    }

    int flags() {
        return takes() ? END_HEADERS | END_STREAM : END_HEADERS;
    }

    byte[] headers(String authority) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(takes() ? 0x82 : 0x83); // :method
        block.write(0x87); // :scheme https
        literal(block, 1, authority);
        literal(block, 4, path);
        if (!takes()) {
            literal(block, 28, String.valueOf(announced)); // content-length
            literal(block, 31, "application/json"); // content-type
        }
        return block.toByteArray();
    }

    /** One byte more, of its body or of our answer. */
    byte[] more(int stream) {
        return takes()
                ? SlowStreams.frame(WINDOW_UPDATE, 0, stream, new byte[] {0, 0, 0, 1})
                : SlowStreams.frame(DATA, 0, stream, new byte[] {' '});
    }

    /** A header whose name stands in the static table of HPACK, its value as it is. */
    static void literal(ByteArrayOutputStream block, int name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        if (name < 15) {
            block.write(name);
        } else {
            block.write(15);
            block.write(name - 15);
        }
        block.write(bytes.length);
        block.writeBytes(bytes);
    }
}
