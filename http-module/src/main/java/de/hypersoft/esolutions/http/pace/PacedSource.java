package de.hypersoft.esolutions.http.pace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** Tells its conversation how a body comes in. */
final class PacedSource extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final Conversation conversation;

    PacedSource(StreamSourceConduit next, Conversation conversation) {
        super(next);
        this.conversation = conversation;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        boolean room = into.hasRemaining();
        return (int) came(room, super.read(into));
    }

    @Override
    public long read(ByteBuffer[] into, int from, int length) throws IOException {
        return came(true, super.read(into, from, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return came(true, super.transferTo(position, count, target));
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
        long moved = super.transferTo(count, through, target);
        came(!through.hasRemaining(), moved); // what remains in between was read, and waits for its target
        return moved;
    }

    @Override
    public void awaitReadable() throws IOException {
        conversation.waitsForRequest();
        super.awaitReadable();
    }

    @Override
    public void awaitReadable(long time, TimeUnit unit) throws IOException {
        conversation.waitsForRequest();
        super.awaitReadable(time, unit);
    }

    private long came(boolean room, long bytes) {
        if (bytes > 0) conversation.requestMoved(bytes);
        else if (bytes < 0) conversation.requestMoved(0);
        else if (room) conversation.waitsForRequest();
        return bytes;
    }
}
