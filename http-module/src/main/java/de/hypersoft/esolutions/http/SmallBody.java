package de.hypersoft.esolutions.http;

import de.hypersoft.esolutions.http.pace.Conversation;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ImmediatePooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSourceChannel;

/** Reads a body as it comes, on the I/O thread, and goes on when it is here or turns out to be larger. */
final class SmallBody implements ChannelListener<StreamSourceChannel> {

    private static final int FIRST = 1024;

    private final HttpServerExchange exchange;
    private final Conversation conversation;
    private final Client client;
    private final Arriving all;
    private final int most;
    private final HttpHandler whole;
    private final HttpHandler larger;
    private byte[] bytes = new byte[FIRST];
    private int length;
    private boolean done;

    /**
     * @param most bytes that are read here
     * @param whole goes on when the body is here
     * @param larger goes on when more than that is still to come
     */
    SmallBody(
            HttpServerExchange exchange,
            Conversation conversation,
            Client client,
            Arriving all,
            int most,
            HttpHandler whole,
            HttpHandler larger) {
        this.exchange = exchange;
        this.conversation = conversation;
        this.client = client;
        this.all = all;
        this.most = most;
        this.whole = whole;
        this.larger = larger;
    }

    void begin() throws Exception {
        StreamSourceChannel channel = exchange.getRequestChannel();
        if (isHere(channel)) {
            giveBack().handleRequest(exchange);
            return;
        }
        isOnItsWay();
        conversation.whenEnded(this::ended);
        conversation.waitsForRequest();
        channel.getReadSetter().set(this);
        channel.resumeReads();
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
        if (done) return;
        try {
            if (!isHere(channel)) {
                isOnItsWay();
                return;
            }
            isDone();
            channel.getReadSetter().set(null);
            channel.suspendReads();
            Connectors.executeRootHandler(giveBack(), exchange);
        } catch (IOException gone) {
            ended();
        }
    }

    /** Somebody else needs the room. */
    void letGo() {
        conversation.end();
    }

    private void ended() {
        if (done) return;
        isDone();
        exchange.endExchange();
    }

    private void isDone() {
        done = true;
        conversation.whenEnded(null);
        all.left(this);
        client.arriving().left(this);
    }

    private void isOnItsWay() {
        all.has(this, bytes.length);
        client.arriving().has(this, bytes.length);
    }

    /** True when nothing more comes, or too much for here. */
    private boolean isHere(StreamSourceChannel channel) throws IOException {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (length <= most) {
                buffer.clear();
                int read = channel.read(buffer);
                if (read <= 0) return read < 0;
                keep(buffer.flip());
            }
            return true;
        }
    }

    private void keep(ByteBuffer more) {
        int needed = length + more.remaining();
        if (needed > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(needed, Math.min(2 * bytes.length, most)));
        more.get(bytes, length, needed - length);
        length = needed;
    }

    private HttpHandler giveBack() {
        if (length > 0)
            Connectors.ungetRequestBytes(exchange, new ImmediatePooledByteBuffer(ByteBuffer.wrap(bytes, 0, length)));
        Connectors.resetRequestChannel(exchange);
        return length > most ? larger : whole;
    }
}
