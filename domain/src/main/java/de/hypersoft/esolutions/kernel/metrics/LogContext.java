package de.hypersoft.esolutions.kernel.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What stands beside every line that this thread logs, until the request or the step is over: ids alone, of nobody. Names of
 * the keys are those of the lines in JSON; a line for people has all of them in one, which is nothing where there are none.
 */
public final class LogContext {

    private static final String TRACE = "trace";
    private static final String TENANT = "tenant";
    private static final String LOCATION = "location";
    private static final String ORDER = "order";

    /** The pattern of the server's lines for people asks for it. */
    private static final String ALL = "context";

    private static final ThreadLocal<Map<String, String>> CURRENT =
            ThreadLocal.withInitial(LinkedHashMap::new); // a log may keep nothing

    private static volatile boolean inOne = true;

    private LogContext() {}

    /** @param people whether people read the log, and not programs, to which each key stands by itself */
    public static void readBy(boolean people) {
        inOne = people;
    }

    /** The id that a request and all that follows from it have in common; nothing else is left of what was before. */
    public static void begin(String trace) {
        end();
        if (!trace.isEmpty()) put(TRACE, trace);
    }

    /** Null where no request is at hand. */
    public static @Nullable String trace() {
        return CURRENT.get().get(TRACE);
    }

    public static void tenant(UUID id) {
        put(TENANT, id.toString());
    }

    public static void location(UUID id) {
        put(LOCATION, id.toString());
    }

    public static void order(UUID id) {
        put(ORDER, id.toString());
    }

    public static void end() {
        CURRENT.remove();
        for (String key : new String[] {TRACE, TENANT, LOCATION, ORDER, ALL}) MDC.remove(key);
    }

    /** As people read it, with a blank behind it: {@code trace=… tenant=… }; empty where nothing is known. */
    static String shown() {
        return CURRENT.get().entrySet().stream()
                .map(known -> known.getKey() + "=" + known.getValue() + " ")
                .collect(Collectors.joining());
    }

    private static void put(String key, String value) {
        CURRENT.get().put(key, value);
        MDC.put(key, value);
        if (inOne) MDC.put(ALL, shown());
    }
}
