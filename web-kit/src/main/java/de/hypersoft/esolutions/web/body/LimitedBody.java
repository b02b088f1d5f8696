package de.hypersoft.esolutions.web.body;

import de.hypersoft.esolutions.web.problem.RejectedRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out so many bytes of a body and then refuses: for bodies whose length was not told, or told wrong. */
public final class LimitedBody extends FilterInputStream {

    private final Supplier<? extends RuntimeException> tooLarge;
    private long left;

    /** @param tooLarge thrown at the first byte beyond {@code most} */
    public LimitedBody(InputStream in, long most, Supplier<? extends RuntimeException> tooLarge) {
        super(in);
        this.left = most;
        this.tooLarge = tooLarge;
    }

    /**
     * Refused unread when its length says so, and cut off at the limit when it does not.
     *
     * @throws RejectedRequest 413 {@code too-large}, here or when it is read
     */
    public static void limit(ContainerRequestContext request, long most) {
        if (isAnnounced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), most))
            throw RejectedRequest.tooLarge(most);
        request.setEntityStream(new LimitedBody(request.getEntityStream(), most, () -> RejectedRequest.tooLarge(most)));
    }

    /**
     * Whether the header says that more than so many bytes will come, so that not one of them need be read. Not asked of
     * JAX-RS, whose int has no room for a length of gigabytes.
     */
    public static boolean isAnnounced(@Nullable String contentLength, long most) {
        if (contentLength == null || contentLength.isEmpty()) return false;
        if (!contentLength.chars().allMatch(c -> c >= '0' && c <= '9')) return false;
        return contentLength.length() > 18 || Long.parseLong(contentLength) > most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) count(read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        left -= bytes;
        if (left < 0) throw tooLarge.get();
    }
}
