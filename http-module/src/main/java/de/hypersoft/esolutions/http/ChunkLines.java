package de.hypersoft.esolutions.http;

import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Looks at the lines between chunks as they come by HTTP/1.1, since the server's own parser takes nearly anything for the
 * end of one. What ends otherwise than by CR LF some proxy sees the end of elsewhere (RFC 9112, 7.1). It sits below all
 * that the server does with a connection, and is told when a body in chunks begins.
 */
final class ChunkLines extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private static final int MOST_DIGITS = 15;
    private static final byte DELETE = 0x7F;

    private enum Next {
        NO_CHUNKS,
        SIZE,
        EXTENSION,
        LINE_FEED,
        DATA,
        CR_AFTER_DATA,
        LF_AFTER_DATA,
        TRAILER,
        LF_OF_TRAILER,
        BROKEN
    }

    private Next next = Next.NO_CHUNKS;
    private long size;
    private int digits;
    private boolean emptyLine;

    ChunkLines(StreamSourceConduit below) {
        super(below);
    }

    /**
     * A head came that announces chunks.
     *
     * @param here what came behind it at once; is left as it is
     * @return false when a line in it does not end as it has to
     */
    boolean begin(@Nullable PooledByteBuffer here) {
        nextSize();
        if (here == null || follows(here.getBuffer().duplicate())) return true;
        next = Next.NO_CHUNKS; // it is refused, and whoever passes over the rest is not to be held up
        return false;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        int read = super.read(into);
        if (next != Next.NO_CHUNKS && read > 0) look(into.duplicate().flip().position(before));
        return read;
    }

    @Override
    public long read(ByteBuffer[] into, int from, int count) throws IOException {
        if (next == Next.NO_CHUNKS) return super.read(into, from, count);
        for (int i = from; i < from + count; i++) if (into[i].hasRemaining()) return read(into[i]);
        return 0;
    }

    private void look(ByteBuffer bytes) throws IOException {
        if (!follows(bytes)) throw new IOException("a line between chunks does not end by CR LF");
    }

    /** @return false when a line does not end as it has to, now or before */
    boolean follows(ByteBuffer bytes) {
        while (bytes.hasRemaining() && next != Next.NO_CHUNKS && next != Next.BROKEN) {
            if (next == Next.DATA) passOver(bytes);
            else follows(bytes.get());
        }
        return next != Next.BROKEN;
    }

    boolean isThrough() {
        return next == Next.NO_CHUNKS;
    }

    private void passOver(ByteBuffer bytes) {
        int here = (int) Math.min(size, bytes.remaining());
        bytes.position(bytes.position() + here);
        size -= here;
        if (size == 0) next = Next.CR_AFTER_DATA;
    }

    private void follows(byte b) {
        switch (next) {
            case SIZE, EXTENSION -> sizeLine(b);
            case LINE_FEED -> {
                emptyLine = true;
                next = b != '\n' ? Next.BROKEN : size > 0 ? Next.DATA : Next.TRAILER;
            }
            case CR_AFTER_DATA -> next = b == '\r' ? Next.LF_AFTER_DATA : Next.BROKEN;
            case LF_AFTER_DATA -> {
                if (b == '\n') nextSize();
                else next = Next.BROKEN;
            }
            case TRAILER -> {
                if (b == '\r') next = Next.LF_OF_TRAILER;
                else if (b == '\n') next = Next.BROKEN;
                else emptyLine = false;
            }
            case LF_OF_TRAILER -> {
                next = b != '\n' ? Next.BROKEN : emptyLine ? Next.NO_CHUNKS : Next.TRAILER;
                emptyLine = true;
            }
            default -> throw new IllegalStateException(String.valueOf(next));
        }
    }

    private void sizeLine(byte b) {
        int digit = next == Next.SIZE ? Character.digit((char) b, 16) : -1;
        if (digit >= 0 && ++digits <= MOST_DIGITS) size = size * 16 + digit;
        else if (digits == 0 || digits > MOST_DIGITS) next = Next.BROKEN;
        else if (b == '\r') next = Next.LINE_FEED;
        else if (next == Next.SIZE) next = b == ';' || isBlank(b) ? Next.EXTENSION : Next.BROKEN;
        else if (b >= 0 && b < ' ' && !isBlank(b) || b == DELETE) next = Next.BROKEN;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private void nextSize() {
        next = Next.SIZE;
        size = 0;
        digits = 0;
    }
}
