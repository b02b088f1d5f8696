package de.hypersoft.esolutions.http.pace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Tells its conversation how an answer is taken. */
final class PacedSink extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final Conversation conversation;

    PacedSink(StreamSinkConduit next, Conversation conversation) {
        super(next);
        this.conversation = conversation;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        boolean some = from.hasRemaining();
        return (int) went(some, super.write(from));
    }

    @Override
    public long write(ByteBuffer[] from, int first, int length) throws IOException {
        return went(true, super.write(from, first, length));
    }

    @Override
    public int writeFinal(ByteBuffer from) throws IOException {
        boolean some = from.hasRemaining();
        return (int) went(some, super.writeFinal(from));
    }

    @Override
    public long writeFinal(ByteBuffer[] from, int first, int length) throws IOException {
        return went(true, super.writeFinal(from, first, length));
    }

    @Override
    public long transferFrom(FileChannel from, long position, long count) throws IOException {
        return went(count > 0, super.transferFrom(from, position, count));
    }

    @Override
    public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through) throws IOException {
        long moved = super.transferFrom(from, count, through);
        went(through.hasRemaining(), moved);
        return moved;
    }

    @Override
    public boolean flush() throws IOException {
        boolean all = super.flush();
        if (all) conversation.answerMoved(0);
        else conversation.waitsForAnswer();
        return all;
    }

    @Override
    public void awaitWritable() throws IOException {
        conversation.waitsForAnswer();
        super.awaitWritable();
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        conversation.waitsForAnswer();
        super.awaitWritable(time, unit);
    }

    private long went(boolean some, long bytes) {
        if (bytes > 0) conversation.answerMoved(bytes);
        else if (some) conversation.waitsForAnswer();
        return bytes;
    }
}
