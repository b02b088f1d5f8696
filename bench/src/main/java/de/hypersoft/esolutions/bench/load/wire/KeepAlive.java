package de.hypersoft.esolutions.bench.load.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection, one request at a time, by blocking sockets. The JDK's own client costs more processor time per
 * request than the plain servlet that is measured with it, and would be the limit itself.
 */
public final class KeepAlive implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    /** The server ends a connection that is not used for a minute. */
    private static final long UNUSED_NANOS = 30_000_000_000L;

    private static final int LARGEST_HEAD = 64 * 1024;

    private final URI server;
    private byte[] buffer = new byte[LARGEST_HEAD];
    private int from;
    private int until;
    private long used;
    private @Nullable Socket socket;

    /** @param server address and port; it is connected to at the first request, and again after a failure or a long rest */
    public KeepAlive(URI server) {
        this.server = server;
    }

    /** A request without a body, ready to be sent as often as wanted. */
    public static byte[] get(URI server, String path, Map<String, String> headers) {
        return head("GET", server, path, headers, "").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] post(URI server, String path, Map<String, String> headers, String body) {
        return request("POST", server, path, headers, body);
    }

    /** A request with a body, ready to be sent. */
    public static byte[] request(String method, URI server, String path, Map<String, String> headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = head(method, server, path, headers, "Content-Length: " + length + "\r\n");
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String method, URI server, String path, Map<String, String> headers, String more) {
        StringBuilder text = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(server.getAuthority())
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append(more).append("\r\n").toString();
    }

    /** @throws IOException when the connection ended or the answer cannot be read; the next request opens another one */
    public Answer send(byte[] request) throws IOException {
        if (System.nanoTime() - used > UNUSED_NANOS) close();
        Socket line = socket;
        if (line == null) line = connect();
        try {
            line.getOutputStream().write(request);
            Answer answer = read(line.getInputStream());
            used = System.nanoTime();
            if (answer.header("Connection").equalsIgnoreCase("close")) close();
            return answer;
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
    }

    private Socket connect() throws IOException {
        Socket opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        opened.connect(new InetSocketAddress("127.0.0.1", server.getPort()), PATIENCE_MILLIS);
        from = 0;
        until = 0;
        socket = opened;
        return opened;
    }

    private Answer read(InputStream in) throws IOException {
        String head = head(in);
        int status = Integer.parseInt(head.substring(9, 12));
        Answer answer = new Answer(status, head, new byte[0]);
        if (status == 204 || status == 304) return answer;
        byte[] body =
                answer.header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked")
                        ? chunks(in)
                        : exactly(in, Integer.parseInt(answer.header("Content-Length")));
        return new Answer(status, head, body);
    }

    private String head(InputStream in) throws IOException {
        for (int looked = from; ; ) {
            for (int at = Math.max(from + 3, looked); at < until; at++) {
                if (buffer[at] != '\n' || buffer[at - 1] != '\r' || buffer[at - 2] != '\n') continue;
                String head = new String(buffer, from, at - 1 - from, StandardCharsets.ISO_8859_1);
                from = at + 1;
                return head;
            }
            looked = until;
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, until - from);
                looked -= from;
                until -= from;
                from = 0;
            }
            if (until == buffer.length) throw new IOException("a head without an end");
            fill(in);
        }
    }

    private byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(16 * 1024);
        while (true) {
            int length = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            if (length > 0) body.write(exactly(in, length));
            String end = line(in);
            if (!end.isEmpty()) throw new IOException("after a chunk: " + end);
            if (length == 0) return body.toByteArray();
        }
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (from == until) fill(in);
            char next = (char) buffer[from++];
            if (next == '\n') return line.toString();
            if (next != '\r') line.append(next);
        }
    }

    private byte[] exactly(InputStream in, int length) throws IOException {
        int here = Math.min(length, until - from);
        byte[] body = Arrays.copyOfRange(buffer, from, from + here);
        from += here;
        if (here == length) return body;
        body = Arrays.copyOf(body, length);
        if (in.readNBytes(body, here, length - here) < length - here) throw new EOFException("closed within a body");
        return body;
    }

    private void fill(InputStream in) throws IOException {
        if (from == until) {
            from = 0;
            until = 0;
        }
        int read = in.read(buffer, until, buffer.length - until);
        if (read < 0) throw new EOFException("closed before an answer");
        until += read;
    }

    @Override
    public void close() {
        Socket line = socket;
        socket = null;
        try {
            if (line != null) line.close();
        } catch (IOException gone) {
            // it is not used again either way
        }
    }
}
