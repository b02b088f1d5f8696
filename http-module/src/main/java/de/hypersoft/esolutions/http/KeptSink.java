package de.hypersoft.esolutions.http;

import de.hypersoft.esolutions.http.error.Rarely;
import de.hypersoft.esolutions.http.pace.Conversation;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitWritableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Keeps what the network does not take, so that no worker has to wait for a client. Whoever waits until more can be
 * written is let write at once, and whoever waits until all is flushed may go: the server itself flushes once more when
 * the worker is done, without waiting, and leaves the rest to the I/O thread. Before that the I/O thread gives on what is
 * kept of an answer that goes on for as long as somebody listens. A worker waits only for what is too large.
 */
final class KeptSink extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private static final int PIECE = 4096;
    private static final long SOON = 20;
    private static final long LATE = 1_000;

    private final HttpServerExchange exchange;
    private final Outgoing all;
    private final Client client;
    private final Conversation conversation;
    private final Deque<ByteBuffer> kept = new ArrayDeque<>();
    private volatile int length;
    private boolean keeping;
    private boolean excused;
    private boolean ends;
    private boolean endsWithLast;
    private boolean gone;
    private boolean givingOn;
    private boolean waited;
    private volatile boolean hasKept;

    KeptSink(
            StreamSinkConduit next,
            HttpServerExchange exchange,
            Outgoing all,
            Client client,
            Conversation conversation) {
        super(next);
        this.exchange = exchange;
        this.all = all;
        this.client = client;
        this.conversation = conversation;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int before = from.remaining();
        synchronized (this) {
            excused = false;
            if (drained()) super.write(from);
            keep(from);
            if (length > 0) giveOn();
        }
        count();
        return before - from.remaining();
    }

    @Override
    public long write(ByteBuffer[] from, int first, int count) throws IOException {
        long written = 0;
        for (int i = first; i < first + count; i++) {
            written += write(from[i]);
            if (from[i].hasRemaining()) break;
        }
        return written;
    }

    @Override
    public int writeFinal(ByteBuffer from) throws IOException {
        int before = from.remaining();
        synchronized (this) {
            excused = false;
            if (drained()) super.writeFinal(from);
            if (from.hasRemaining()) {
                keep(from);
                if (!from.hasRemaining()) endsWithLast = true;
            } else {
                ends = true;
            }
        }
        count();
        return before - from.remaining();
    }

    @Override
    public long writeFinal(ByteBuffer[] from, int first, int count) throws IOException {
        return Conduits.writeFinalBasic(this, from, first, count);
    }

    @Override
    public long transferFrom(FileChannel from, long position, long count) throws IOException {
        synchronized (this) {
            excused = false;
            if (!keeping) return super.transferFrom(from, position, count);
        }
        return from.transferTo(position, count, new ConduitWritableByteChannel(this));
    }

    @Override
    public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through) throws IOException {
        synchronized (this) {
            excused = false;
            if (!keeping) return super.transferFrom(from, count, through);
        }
        return Conduits.transfer(from, count, through, this);
    }

    @Override
    public boolean flush() throws IOException {
        boolean flushed;
        synchronized (this) {
            flushed = drained() && super.flush();
            if (!flushed && excused) {
                flushed = true;
                giveOn();
            }
            excused = false;
        }
        count();
        return flushed;
    }

    @Override
    public synchronized void terminateWrites() throws IOException {
        ends = true;
        if (kept.isEmpty()) super.terminateWrites();
    }

    @Override
    public void truncateWrites() throws IOException {
        forget();
        super.truncateWrites();
    }

    @Override
    public void awaitWritable() throws IOException {
        if (isExcused()) return;
        all.waits(this);
        try {
            super.awaitWritable();
        } finally {
            goesOn();
        }
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        if (isExcused()) return;
        all.waits(this);
        try {
            super.awaitWritable(time, unit);
        } finally {
            goesOn();
        }
    }

    /**
     * The I/O thread tries now and then, since the server tells of room only who ends the exchange. An answer of a known
     * length has an end, which would be the end of the exchange while a worker is still busy with it.
     */
    private void giveOn() {
        if (givingOn || isEnding() || exchange.getResponseHeaders().contains(Headers.CONTENT_LENGTH)) return;
        givingOn = true;
        giveOnAfter(SOON);
    }

    private void giveOnAfter(long millis) {
        exchange.getIoThread().executeAfter(() -> gaveOn(millis), millis, TimeUnit.MILLISECONDS);
    }

    private void gaveOn(long pause) {
        synchronized (this) {
            try {
                boolean done = gone || isEnding() || !waited && drained() && super.flush();
                if (done) givingOn = false;
                else giveOnAfter(Math.min(2 * pause, LATE));
            } catch (IOException broken) {
                Rarely.SAID.say("a client went away before it was answered", broken);
                drop();
            }
        }
        count();
    }

    private boolean isEnding() {
        return ends || endsWithLast || exchange.isResponseComplete();
    }

    /** Somebody else needs the room, or the worker. */
    void letGo() {
        forget();
        conversation.end();
    }

    /** Nobody will take it any more. */
    void forget() {
        drop();
        count();
    }

    private synchronized void drop() {
        gone = true;
        kept.clear();
        length = 0;
    }

    /** Most answers are taken at once: of what never waited nothing is counted, and nobody waits for the count of others. */
    private void count() {
        if (hasKept) all.has(this, client);
    }

    /** Bytes that are kept now. */
    int length() {
        return length;
    }

    private void goesOn() {
        synchronized (this) {
            waited = false;
        }
        all.goesOn(this);
    }

    private synchronized boolean isExcused() {
        keeping = true;
        excused = true;
        boolean room = length < all.mostOfOne();
        waited = !room; // one at a time looks after the network
        return room;
    }

    private void keep(ByteBuffer from) {
        int room = Math.min(from.remaining(), all.mostOfOne() - length);
        if (!keeping || room <= 0) return;
        hasKept = true;
        ByteBuffer last = kept.peekLast();
        if (last == null || last.capacity() - last.limit() < room) {
            last = ByteBuffer.allocate(Math.max(room, PIECE)).limit(0);
            kept.addLast(last);
        }
        int end = last.limit();
        last.limit(end + room).put(end, from, from.position(), room);
        from.position(from.position() + room);
        length += room;
    }

    /** Gives on what is kept, as far as the network takes it. */
    private boolean drained() throws IOException {
        if (gone) throw new IOException("the client takes too little of its answer");
        for (ByteBuffer first = kept.peekFirst(); first != null; first = kept.peekFirst()) {
            boolean lastly = endsWithLast && kept.size() == 1;
            length -= lastly ? super.writeFinal(first) : super.write(first);
            if (first.hasRemaining()) return false;
            kept.removeFirst();
            if (lastly) endsWithLast = false;
            else if (kept.isEmpty() && ends) super.terminateWrites();
        }
        return true;
    }
}
