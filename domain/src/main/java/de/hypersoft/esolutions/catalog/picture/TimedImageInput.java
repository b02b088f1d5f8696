package de.hypersoft.esolutions.catalog.picture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Bytes that are handed out for so long only: whoever makes much work of few of them is stopped at the next. */
final class TimedImageInput extends FilterInputStream {

    private final long end;

    TimedImageInput(InputStream in, Duration patience) {
        super(in);
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        check();
        return super.read(bytes, from, length);
    }

    private void check() throws IOException {
        if (System.nanoTime() - end > 0) throw new IOException("it takes too long");
    }
}
