package de.hypersoft.esolutions.http.error;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** The server answers a head that it cannot read, or that is too large, with a bare 400 of its own; here it gets a page. */
public final class RefusedHeads extends AbstractStreamSinkConduit<StreamSinkConduit> {

    /** Written by {@code HttpReadListener}, at once and to the connection itself. */
    static final byte[] BARE = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] OURS = ours();

    private @Nullable ByteBuffer left;

    public RefusedHeads(StreamSinkConduit next) {
        super(next);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (left == null && isBare(bytes)) left = ByteBuffer.wrap(OURS);
        ByteBuffer page = left;
        if (page == null) return super.write(bytes);
        while (page.hasRemaining()) if (super.write(page) == 0) return 0;
        left = null;
        int taken = bytes.remaining();
        bytes.position(bytes.limit());
        return taken;
    }

    private static boolean isBare(ByteBuffer bytes) {
        return bytes.remaining() == BARE.length && bytes.equals(ByteBuffer.wrap(BARE));
    }

    private static byte[] ours() {
        byte[] page = ErrorText.unreadable().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 400 Bad Request\r\nContent-Type: text/html;charset=utf-8\r\nContent-Length: "
                        + page.length + "\r\nCache-Control: no-store\r\nContent-Security-Policy: " + ErrorText.POLICY
                        + "\r\n"
                        + "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + page.length)
                .put(head)
                .put(page)
                .array();
    }
}
