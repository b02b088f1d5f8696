package de.hypersoft.esolutions.http.error;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether something failed because the client went away, or was let go. */
public final class Aborted {

    private static final int DEEP = 20;

    private Aborted() {}

    /** True for a failure to read from the connection, or to write to it; by where it came from, since texts change. */
    public static boolean is(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEP; depth++) {
            if (cause instanceof IOException && isOfConnection(cause.getStackTrace())) return true;
            cause = next(cause);
        }
        return false;
    }

    /** The same, and one line a minute about it. */
    public static boolean noted(Throwable fault) {
        boolean aborted = is(fault);
        if (aborted) Rarely.SAID.say("a client went away before it was answered", "");
        return aborted;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    private static boolean isOfConnection(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .limit(DEEP)
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith("io.undertow.servlet.spec.Servlet")
                        || name.startsWith("io.undertow.conduits.")
                        || name.startsWith("io.undertow.protocols.")
                        || name.startsWith("org.xnio."));
    }
}
