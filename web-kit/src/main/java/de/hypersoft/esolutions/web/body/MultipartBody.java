package de.hypersoft.esolutions.web.body;

import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A form with files (multipart/form-data), read part by part and never further than somebody asks: the first part can be
 * judged while the rest is still on its way. Nothing goes to disk.
 */
public final class MultipartBody {

    static final int STEP = 4 * 1024;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int MOST_PARTS = 60;

    private final InputStream in;
    private final MultipartParser.ParseState parser;
    private final Deque<Part> ready = new ArrayDeque<>();
    private final Collected collected = new Collected();
    private final int mostOfFirst;
    private final int mostOfOthers;
    private final byte[] step = new byte[STEP];
    private int parts;
    private boolean cut;
    private boolean unnamed;

    /**
     * @param fileName as the browser calls it; empty for what is no file
     * @param content belongs to whoever reads it, who may wipe it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    public record Part(String name, String fileName, byte[] content) {}

    /** What came is no form of this kind, or not all of it. */
    public static final class Malformed extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param mostOfFirst so many bytes of the first part are kept, and one more when there are more
     * @param mostOfOthers the same of each further part
     */
    public MultipartBody(InputStream in, String boundary, int mostOfFirst, int mostOfOthers) {
        this.in = in;
        this.mostOfFirst = mostOfFirst;
        this.mostOfOthers = mostOfOthers;
        this.parser = MultipartParser.beginParse(
                new DefaultByteBufferPool(false, 1024, 0, 0),
                collected,
                boundary.getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8.name());
    }

    /**
     * The next part; null after the last one, and after one that was too large.
     *
     * @throws Malformed when what comes is no such form, or ends before its end
     */
    public @Nullable Part next() throws IOException {
        while (ready.isEmpty() && !cut && !parser.isComplete()) readOn();
        return ready.poll();
    }

    private void readOn() throws IOException {
        int read = in.read(step, 0, STEP);
        if (read < 0) throw new Malformed("the form ends before its end", null);
        collected.unseen += read;
        try {
            parser.parse(ByteBuffer.wrap(step, 0, read));
        } catch (IOException | RuntimeException unreadable) {
            throw new Malformed("a part of the form cannot be read", unreadable);
        }
        Arrays.fill(step, (byte) 0);
        if (parts > MOST_PARTS) throw new Malformed("the form has too many parts", null);
        if (unnamed) throw new Malformed("a part of the form has no name", null);
        if (collected.unseen > MOST_HEADER_BYTES) throw new Malformed("a part of the form has endless headers", null);
    }

    private final class Collected implements MultipartParser.PartHandler {

        private String name = "";
        private String fileName = "";
        private @Nullable Content content;
        private int unseen;

        @Override
        public void beginPart(HeaderMap headers) {
            unseen = 0;
            String disposition = headers.getFirst(Headers.CONTENT_DISPOSITION);
            String named = disposition == null ? null : Headers.extractQuotedValueFromHeader(disposition, "name");
            unnamed |= named == null;
            parts++;
            name = named == null ? "" : named;
            String file = disposition == null ? null : Headers.extractQuotedValueFromHeader(disposition, "filename");
            fileName = file == null ? "" : file;
            content = new Content();
        }

        @Override
        public void data(ByteBuffer buffer) {
            unseen = 0;
            if (content == null || cut) return;
            content.take(buffer, most() + 1);
            if (content.size() > most()) endPart();
        }

        @Override
        public void endPart() {
            unseen = 0;
            if (content == null) return;
            cut = content.size() > most();
            ready.add(new Part(name, fileName, content.handedOut()));
            content = null;
        }
    }

    private int most() {
        return parts == 1 ? mostOfFirst : mostOfOthers;
    }

    /** Leaves no copy of what it held, since it may be a password. */
    private static final class Content extends ByteArrayOutputStream {

        void take(ByteBuffer buffer, int room) {
            int wanted = Math.min(buffer.remaining(), room - size());
            byte[] bytes = new byte[wanted];
            buffer.get(bytes);
            write(bytes, 0, wanted);
            Arrays.fill(bytes, (byte) 0);
            buffer.position(buffer.limit());
        }

        byte[] handedOut() {
            byte[] bytes = toByteArray();
            Arrays.fill(buf, (byte) 0);
            return bytes;
        }
    }
}
