package de.hypersoft.esolutions.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One HTTP/2 connection with many streams, each a request that comes, or is answered, byte by byte. Its frames are written by hand. */
final class SlowStreams implements AutoCloseable {

    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int ACK = 1;

    private final String host;
    private final String from;
    private final int port;
    private final int streams;
    private final SlowRequest request;
    private final AtomicInteger letGo;
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private SSLSocket socket;
    private int next = 1;

    SlowStreams(String host, int port, int number, int streams, SlowRequest request, AtomicInteger letGo)
            throws IOException {
        this.host = host;
        this.from = request.addressOfStreams(number);
        this.port = port;
        this.streams = streams;
        this.request = request;
        this.letGo = letGo;
        this.socket = connected();
        for (int i = 0; i < streams; i++) begin();
    }

    private SSLSocket connected() throws IOException {
        SSLSocket line = (SSLSocket) trusting()
                .getSocketFactory()
                .createSocket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        SSLParameters parameters = line.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setApplicationProtocols(new String[] {"h2"});
        line.setSSLParameters(parameters);
        line.startHandshake();
        next = 1;
        open.clear();
        line.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().write(frame(SETTINGS, 0, 0, request.settings()));
        Thread reader = new Thread(() -> read(line), "slow-streams");
        reader.setDaemon(true);
        reader.start();
        return line;
    }

    private synchronized void begin() throws IOException {
        int stream = next;
        next += 2;
        socket.getOutputStream().write(frame(HEADERS, request.flags(), stream, request.headers(host + ":" + port)));
        socket.getOutputStream().write(request.more(stream));
        open.add(stream);
    }

    synchronized void drip() {
        try {
            for (int stream : open) socket.getOutputStream().write(request.more(stream));
            while (open.size() < streams) begin();
        } catch (IOException ended) {
            again();
        }
    }

    private void again() {
        if (closed) return;
        letGo.addAndGet(Math.max(1, open.size()));
        try {
            socket.close();
            socket = connected();
        } catch (IOException notNow) {
            letGo.incrementAndGet();
        }
    }

    /** Until the connection ends. A stream that was reset is replaced at the next byte. */
    private void read(SSLSocket line) {
        try {
            DataInputStream in = new DataInputStream(line.getInputStream());
            while (!closed) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt() & Integer.MAX_VALUE;
                byte[] payload = in.readNBytes(length);
                if (type == RST_STREAM && open.remove(stream)) letGo.incrementAndGet();
                if (type == GOAWAY) line.close();
                if ((type == SETTINGS || type == PING) && (flags & ACK) == 0)
                    answer(line, frame(type, ACK, 0, type == PING ? payload : new byte[0]));
            }
        } catch (IOException ended) {
            open.clear();
        }
    }

    private synchronized void answer(SSLSocket line, byte[] frame) throws IOException {
        line.getOutputStream().write(frame);
    }

    static byte[] frame(int type, int flags, int on, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        return frame.put((byte) type).put((byte) flags).putInt(on).put(payload).array();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
