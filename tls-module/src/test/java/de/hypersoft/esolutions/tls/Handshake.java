package de.hypersoft.esolutions.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two engines and the bytes between them. One step at a time, so that a test can do something in the middle. */
final class Handshake {

    private static final int MANY = 200;

    private final SSLEngine client;
    private final SSLEngine server;
    private final ByteBuffer toServer = ByteBuffer.allocate(1 << 17);
    private final ByteBuffer toClient = ByteBuffer.allocate(1 << 18);
    private final ByteBuffer heardByServer = ByteBuffer.allocate(1 << 16);
    private final ByteBuffer heardByClient = ByteBuffer.allocate(1 << 18);
    private boolean certificateSent;

    Handshake(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
    }

    /** The whole handshake, with the tickets that follow it in TLS 1.3. */
    static Handshake done(SSLEngine client, SSLEngine server) throws SSLException {
        Handshake handshake = new Handshake(client, server);
        handshake.finish();
        return handshake;
    }

    void finish() throws SSLException {
        try {
            for (int i = 0; i < MANY; i++) if (!step()) return;
        } catch (SSLException refused) {
            if (server.isOutboundDone()) throw refused;
            wrap(server, toClient);
            unwrap(client, toClient, heardByClient); // throws what the client is told
            throw refused;
        }
        throw new SSLException("the handshake does not end");
    }

    /** The client's first flight only. */
    void hello() throws SSLException {
        wrap(client, toServer);
    }

    /** The server reads it and chooses the certificate; it has not answered yet. */
    void choose() throws SSLException {
        unwrap(server, toServer, heardByServer);
    }

    String says(String words) throws SSLException {
        client.wrap(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), toServer);
        unwrap(server, toServer, heardByServer);
        heardByServer.flip();
        String heard = StandardCharsets.UTF_8.decode(heardByServer).toString();
        heardByServer.clear();
        return heard;
    }

    /**
     * The server answers as Undertow makes it answer: each call goes on while the engine wants to be asked again, and only
     * what the last question took counts as sent.
     *
     * @return how much of it counts as sent once all of it is taken
     */
    int answers(byte[] words) throws SSLException {
        ByteBuffer from = ByteBuffer.wrap(words);
        int counted = 0;
        while (from.hasRemaining()) {
            ByteBuffer record = ByteBuffer.allocate(server.getSession().getPacketBufferSize());
            SSLEngineResult result;
            do result = server.wrap(from, record);
            while (result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP
                    && result.getStatus() == SSLEngineResult.Status.OK);
            counted += result.bytesConsumed();
            toClient.put(record.flip());
        }
        unwrap(client, toClient, heardByClient);
        return counted;
    }

    /** What the client has heard so far. */
    int heardByClient() {
        return heardByClient.position();
    }

    X509Certificate shown() {
        try {
            return (X509Certificate) client.getSession().getPeerCertificates()[0];
        } catch (SSLException e) {
            throw new AssertionError(e);
        }
    }

    SSLEngine server() {
        return server;
    }

    /** A resumed session needs no certificate: the server's answer is short. */
    boolean resumed() {
        return !certificateSent;
    }

    private boolean step() throws SSLException {
        boolean moved = wrap(client, toServer);
        moved |= unwrap(server, toServer, heardByServer);
        int before = toClient.position();
        moved |= wrap(server, toClient);
        certificateSent |= toClient.position() - before > 500;
        moved |= unwrap(client, toClient, heardByClient);
        return moved;
    }

    private static boolean wrap(SSLEngine engine, ByteBuffer out) throws SSLException {
        boolean moved = false;
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP || untouched(engine)) {
            SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), out);
            moved = true;
            tasks(engine);
            if (result.getStatus() == SSLEngineResult.Status.CLOSED) break;
        }
        return moved;
    }

    private static boolean untouched(SSLEngine engine) {
        return engine.getUseClientMode()
                && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && engine.getSession().getCipherSuite().equals("SSL_NULL_WITH_NULL_NULL");
    }

    private static boolean unwrap(SSLEngine engine, ByteBuffer in, ByteBuffer heard) throws SSLException {
        boolean moved = false;
        in.flip();
        try {
            while (in.hasRemaining() || engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                SSLEngineResult result = engine.unwrap(in, heard);
                tasks(engine);
                if (result.bytesConsumed() == 0 && result.getStatus() != SSLEngineResult.Status.OK) break;
                moved |= result.bytesConsumed() > 0;
                if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !in.hasRemaining()) break;
                if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) break;
            }
        } finally {
            in.compact();
        }
        return moved;
    }

    private static void tasks(SSLEngine engine) {
        Runnable task;
        while ((task = engine.getDelegatedTask()) != null) task.run();
    }
}
