package de.hypersoft.esolutions.it;

import io.undertow.protocols.http2.HpackDecoder;
import io.undertow.protocols.http2.HpackException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One HTTP/2 connection, its frames written by hand: opened for one host, asked for any. Browsers do so with all hosts of
 * a certificate, and no client library does so with others.
 */
final class H2Line implements AutoCloseable {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private final SSLSocket socket;
    private final DataInputStream in;
    private final HpackDecoder decoder = new HpackDecoder();
    private int stream = -1;

    private H2Line(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        send(SETTINGS, 0, 0, new byte[0]);
    }

    /** @param host as named in the handshake */
    static H2Line to(int port, String host) throws IOException {
        SSLSocket socket = (SSLSocket) TlsLine.trusting().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (!socket.getApplicationProtocol().equals("h2")) throw new IOException("no HTTP/2 here");
        return new H2Line(socket);
    }

    static H2Line toShared(String host) throws IOException {
        return to(8443 + TestRun.offset(), host);
    }

    /** The status; the whole answer is read, so the line is free for the next. */
    int get(String authority, String path) throws IOException {
        stream += 2;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x82); // :method GET
        block.write(0x87); // :scheme https
        literal(block, 1, authority); // :authority
        literal(block, 4, path); // :path
        send(HEADERS, END_HEADERS | END_STREAM, stream, block.toByteArray());
        Map<String, String> headers = new HashMap<>();
        boolean ended = false;
        while (!ended) ended = answered(headers);
        return Integer.parseInt(headers.get(":status"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** One frame. True when the answer to the newest question is complete. */
    private boolean answered(Map<String, String> headers) throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int of = in.readInt() & Integer.MAX_VALUE;
        byte[] payload = in.readNBytes(length);
        switch (type) {
            case SETTINGS -> {
                if ((flags & ACK) == 0) send(SETTINGS, ACK, 0, new byte[0]);
            }
            case PING -> {
                if ((flags & ACK) == 0) send(PING, ACK, 0, payload);
            }
            case RST_STREAM -> {
                // An answer that came whole may be followed by one (RFC 9113, 8.1).
                if (of == stream) throw new IOException("stream " + of + " was reset");
            }
            case GOAWAY -> throw new IOException("the server goes away on stream " + of);
            case HEADERS -> decode(payload, flags, headers);
            case DATA -> {
                if (length > 0)
                    send(
                            WINDOW_UPDATE,
                            0,
                            0,
                            ByteBuffer.allocate(4).putInt(length).array());
            }
            default -> {} // priorities and pushes are no answer
        }
        return of == stream && (type == HEADERS || type == DATA) && (flags & END_STREAM) != 0;
    }

    private void decode(byte[] block, int flags, Map<String, String> headers) throws IOException {
        if (flags >> 3 != 0
                || // padded, or with a priority
                (flags & END_HEADERS) == 0) throw new IOException("headers of a kind not expected");
        decoder.setHeaderEmitter((name, value, never) -> headers.put(name.toString(), value));
        try {
            decoder.decode(ByteBuffer.wrap(block), false);
        } catch (HpackException e) {
            throw new IOException(e);
        }
    }

    /** A header whose name stands in the static table, its value as it is. */
    private static void literal(ByteArrayOutputStream block, int name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > 126) throw new IllegalArgumentException(value);
        block.write(name);
        block.write(bytes.length);
        block.writeBytes(bytes);
    }

    private void send(int type, int flags, int on, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(on).put(payload);
        socket.getOutputStream().write(frame.array());
    }
}
