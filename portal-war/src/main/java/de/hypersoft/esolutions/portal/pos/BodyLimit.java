package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.portal.problems.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Enforces {@link MaxBody}. */
@Provider
@MaxBody
@Priority(500)
public class BodyLimit implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        int limit = limit();
        if (request.getLength() > limit) {
            request.abortWith(tooLarge(limit));
        } else {
            request.setEntityStream(new Limited(request.getEntityStream(), limit));
        }
    }

    private int limit() {
        MaxBody ofMethod = resource.getResourceMethod().getAnnotation(MaxBody.class);
        MaxBody ofClass = resource.getResourceClass().getAnnotation(MaxBody.class);
        if (ofMethod != null) return ofMethod.value();
        return ofClass == null ? 65_536 : ofClass.value();
    }

    private static Response tooLarge(int limit) {
        return Response.fromResponse(Problem.of(413, "too-large", "the body is over its limit of " + limit + " bytes")
                        .response())
                .header("Connection", "close")
                .build();
    }

    private static final class Limited extends FilterInputStream {
        private final int limit;
        private long left;

        Limited(InputStream in, int limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            if (got > 0) count(got);
            return got;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) throw new WebApplicationException(tooLarge(limit));
        }
    }
}
