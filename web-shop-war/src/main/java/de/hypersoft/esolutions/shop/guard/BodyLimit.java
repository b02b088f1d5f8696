package de.hypersoft.esolutions.shop.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body over its limit is refused unread when its length says so, and cut off at the limit when it does not. */
@Provider
@PreMatching
@Priority(200)
@ApplicationScoped
public class BodyLimit implements ContainerRequestFilter {

    static final int MOST_BYTES = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MOST_BYTES) throw Rejected.tooLarge();
        if (request.hasEntity()) request.setEntityStream(new Limited(request.getEntityStream(), MOST_BYTES));
    }

    /** Hands out so many bytes and then refuses. */
    static final class Limited extends FilterInputStream {
        private int left;

        Limited(InputStream in, int most) {
            super(in);
            this.left = most;
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

        private void count(int read) {
            left -= read;
            if (left < 0) throw Rejected.tooLarge();
        }
    }
}
