package de.hypersoft.esolutions.kernel.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where what this thread does was asked for: set by the portal's door for each request, and taken off again when its
 * thread goes on to others. Timers, and guests, have none.
 *
 * @param address of the client, in figures
 * @param session of whoever is signed in; null for tills and strangers
 */
public record Origin(String address, @Nullable UUID session) {

    private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();

    public static @Nullable Origin current() {
        return CURRENT.get();
    }

    /** A request comes in; whoever calls this calls {@link #gone} when its thread is done with it. */
    public static void from(String address) {
        CURRENT.set(new Origin(address, null));
    }

    /** The same request turned out to be of this session. */
    public static void within(UUID session) {
        Origin here = CURRENT.get();
        if (here != null) CURRENT.set(new Origin(here.address(), session));
    }

    public static void gone() {
        CURRENT.remove();
    }
}
