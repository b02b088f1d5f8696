package de.hypersoft.esolutions.http;

import de.hypersoft.esolutions.http.error.Rarely;
import de.hypersoft.esolutions.http.error.RefusedHeads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.AcceptingChannel;
import org.xnio.ssl.SslConnection;

/**
 * Takes connections: so many in all, so many of one client, and none that says nothing. The server itself waits without
 * end for a handshake, and for the first request by HTTP/2; its limit of all connections would lock everybody out.
 *
 * <p>Who closes them is not told here, since each protocol sets a listener of its own for that. So they are looked through
 * now and then, and where the room is short.
 */
final class Connections {

    static final Duration EVERY = Duration.ofSeconds(5);

    private final int most;
    private final int mostOfClient;
    private final Duration handshake;
    private final Duration silence;
    private final Proxies proxies;
    private final Map<Object, Map<StreamConnection, Opened>> open = new ConcurrentHashMap<>();
    private final Map<SocketAddress, ChunkLines> chunks = new ConcurrentHashMap<>();
    private final Set<SocketAddress> silent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();

    /**
     * @param most connections in all
     * @param mostOfClient connections of one address; 0 for no bound
     * @param handshake so long one by TLS may take until it is agreed upon
     * @param proxies their connections are many clients'
     * @param silence so long one may take until its first request is here
     */
    Connections(int most, int mostOfClient, Duration handshake, Duration silence, Proxies proxies) {
        this.most = most;
        this.mostOfClient = mostOfClient;
        this.handshake = handshake;
        this.silence = silence;
        this.proxies = proxies;
    }

    private record Opened(long since, SocketAddress peer, ChunkLines lines) {}

    /** A request came on the connection of this address and port. */
    void spoke(@Nullable SocketAddress peer) {
        if (peer != null) silent.remove(peer);
    }

    /** Of the connection of this address and port; null when it was not taken here. */
    @Nullable
    ChunkLines chunks(@Nullable SocketAddress peer) {
        return peer == null ? null : chunks.get(peer);
    }

    /** @param opened what the protocol does with a new connection */
    <C extends StreamConnection> ChannelListener<AcceptingChannel<C>> before(ChannelListener<? super C> opened) {
        return server -> accept(server, opened);
    }

    private <C extends StreamConnection> void accept(AcceptingChannel<C> server, ChannelListener<? super C> opened) {
        C connection;
        try {
            connection = server.accept();
        } catch (IOException refused) {
            Rarely.SAID.say("a connection could not be taken", refused);
            return;
        }
        if (connection == null) return;
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        Object address = Clients.address(peer);
        int share = isBounded(address, peer) ? mostOfClient : Integer.MAX_VALUE;
        ChunkLines lines = new ChunkLines(connection.getSourceChannel().getConduit());
        if (enters(address, connection, share, lines)) {
            if (looking.compareAndSet(false, true)) lookLater(connection.getIoThread());
            connection
                    .getSinkChannel()
                    .setConduit(new RefusedHeads(connection.getSinkChannel().getConduit()));
            connection.getSourceChannel().setConduit(lines);
            ChannelListeners.invokeChannelListener(connection, opened);
        } else {
            IoUtils.safeClose(connection);
        }
    }

    private boolean enters(Object address, StreamConnection connection, int share, ChunkLines lines) {
        if (all.get() >= most) {
            look();
            if (all.get() >= most) {
                Rarely.SAID.say("refused a connection, all " + most + " are open", address);
                return false;
            }
        }
        boolean[] in = {true};
        open.compute(address, (its, known) -> {
            Map<StreamConnection, Opened> client = known == null ? new ConcurrentHashMap<>() : known;
            if (client.size() >= share) {
                forgetClosed(client);
                in[0] = client.size() < share;
            }
            if (in[0]) {
                client.put(connection, new Opened(System.nanoTime(), connection.getPeerAddress(), lines));
                chunks.put(connection.getPeerAddress(), lines);
                silent.add(connection.getPeerAddress());
                all.incrementAndGet();
            }
            return client;
        });
        if (!in[0]) Rarely.SAID.say("refused a connection, " + mostOfClient + " of this client are open", address);
        return in[0];
    }

    private boolean isBounded(Object address, @Nullable InetSocketAddress peer) {
        boolean proxy = peer != null && proxies.trusts(peer.getAddress());
        return mostOfClient > 0 && !proxy && !Client.of(address).many();
    }

    int size() {
        return all.get();
    }

    /** Forgets what is closed, and ends what has said nothing. */
    void look() {
        long now = System.nanoTime();
        for (Object address : open.keySet()) {
            open.computeIfPresent(address, (its, client) -> {
                client.forEach((connection, opened) -> {
                    long age = now - opened.since();
                    if (age > handshake.toNanos() && isUnagreed(connection)
                            || age > silence.toNanos() && silent.contains(opened.peer())) end(connection, address);
                });
                forgetClosed(client);
                return client.isEmpty() ? null : client;
            });
        }
    }

    private static void end(StreamConnection connection, Object address) {
        Rarely.SAID.say("ended a connection that said nothing", address);
        connection.getIoThread().execute(() -> IoUtils.safeClose(connection));
    }

    private void forgetClosed(Map<StreamConnection, Opened> client) {
        client.forEach((connection, opened) -> {
            if (connection.isOpen() || client.remove(connection) == null) return;
            silent.remove(opened.peer());
            chunks.remove(opened.peer(), opened.lines());
            all.decrementAndGet();
        });
    }

    private static boolean isUnagreed(StreamConnection connection) {
        return connection instanceof SslConnection tls
                && (tls.getSslSession() == null
                        || "NONE".equals(tls.getSslSession().getProtocol()));
    }

    private void lookLater(XnioExecutor thread) {
        thread.executeAfter(
                () -> {
                    look();
                    lookLater(thread);
                },
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
