package de.hypersoft.esolutions.http.pace;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Tells its conversation how a body comes in. What still comes of it once the answer has begun is passed over: a client
 * that gives up sending would not see its answer if the line were closed (RFC 9112, 9.6). No worker waits for it, the end
 * of the exchange reads it as it comes.
 */
final class PacedSource extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private static final int TURN = 64 * 1024;

    private final HttpServerExchange exchange;
    private final Conversation conversation;
    private final boolean inTurns;
    private boolean sayEnd;
    private long inThisTurn;

    PacedSource(StreamSourceConduit next, HttpServerExchange exchange, Conversation conversation) {
        super(next);
        this.exchange = exchange;
        this.conversation = conversation;
        this.inTurns = exchange.getConnection() instanceof HttpServerConnection connection
                && connection.getSslSessionInfo() == null;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int instead = insteadOfReading();
        if (instead <= 0) return instead;
        boolean room = into.hasRemaining();
        return (int) came(room, super.read(into));
    }

    @Override
    public long read(ByteBuffer[] into, int from, int length) throws IOException {
        int instead = insteadOfReading();
        return instead <= 0 ? instead : came(true, super.read(into, from, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        int instead = insteadOfReading();
        return instead <= 0 ? instead : came(true, super.transferTo(position, count, target));
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        int instead = insteadOfReading();
        if (instead <= 0) {
            through.limit(through.position()); // nothing is left in between
            return instead;
        }
        long moved = super.transferTo(count, through, target);
        came(!through.hasRemaining(), moved); // what remains in between was read, and waits for its target
        return moved;
    }

    @Override
    public void awaitReadable() throws IOException {
        if (isAnswered()) return;
        conversation.waitsForRequest();
        super.awaitReadable();
    }

    @Override
    public void awaitReadable(long time, TimeUnit unit) throws IOException {
        if (isAnswered()) return;
        conversation.waitsForRequest();
        super.awaitReadable(time, unit);
    }

    /** The end of an exchange closes the line before it reads what is still to come. */
    @Override
    public void terminateReads() throws IOException {
        if (exchange.isRequestComplete()) super.terminateReads();
    }

    /** Whoever would wait for more reads an end instead; the end of the exchange does not wait. */
    private boolean isAnswered() {
        sayEnd = exchange.isResponseStarted();
        return sayEnd;
    }

    /**
     * Who sends fast is passed over for as long as there is something, and others of the same I/O thread would wait: after
     * so many bytes it is their turn. By TLS the cipher is the slower one, and what it has read ahead must not lie.
     */
    private boolean isTurnOver() {
        if (!inTurns || inThisTurn < TURN) return false;
        inThisTurn = 0;
        conversation.waitsForRequest(); // should nothing more come, somebody looks after it
        return true;
    }

    /** -1 for an end that is said, 0 when it is the turn of others, 1 to read. */
    private int insteadOfReading() {
        if (isEndSaid()) return -1;
        return isTurnOver() ? 0 : 1;
    }

    private boolean isEndSaid() {
        boolean said = sayEnd;
        sayEnd = false;
        return said;
    }

    private long came(boolean room, long bytes) {
        inThisTurn = bytes > 0 && exchange.isResponseStarted() ? inThisTurn + bytes : 0;
        if (bytes > 0) conversation.requestMoved(bytes);
        else if (bytes < 0) conversation.requestMoved(0);
        else if (room) conversation.waitsForRequest();
        return bytes;
    }
}
