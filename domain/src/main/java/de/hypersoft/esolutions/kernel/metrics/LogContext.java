package de.hypersoft.esolutions.kernel.metrics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What stands beside every line that this thread logs, until the request or the step is over: ids alone, of nobody. Names of
 * the keys are those of the lines in JSON.
 */
public final class LogContext {

    private static final String TRACE = "trace";
    private static final String TENANT = "tenant";
    private static final String LOCATION = "location";
    private static final String ORDER = "order";

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>(); // a log may keep nothing

    private LogContext() {}

    /** The id that a request and all that follows from it have in common; nothing else is left of what was before. */
    public static void begin(String trace) {
        end();
        if (trace.isEmpty()) return;
        CURRENT.set(trace);
        MDC.put(TRACE, trace);
    }

    /** Null where no request is at hand. */
    public static @Nullable String trace() {
        return CURRENT.get();
    }

    public static void tenant(UUID id) {
        MDC.put(TENANT, id.toString());
    }

    public static void location(UUID id) {
        MDC.put(LOCATION, id.toString());
    }

    public static void order(UUID id) {
        MDC.put(ORDER, id.toString());
    }

    public static void end() {
        CURRENT.remove();
        for (String key : new String[] {TRACE, TENANT, LOCATION, ORDER}) MDC.remove(key);
    }
}
