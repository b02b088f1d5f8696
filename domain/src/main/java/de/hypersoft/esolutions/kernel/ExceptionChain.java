package de.hypersoft.esolutions.kernel;

import java.util.ArrayList;
import java.util.List;

/** Why something failed. A failed commit names the database's own reason beside its cause, as suppressed. */
public final class ExceptionChain {

    private static final int ENOUGH = 50;

    private ExceptionChain() {}

    /** The failure, its causes, and what these suppressed; at most fifty. */
    public static List<Throwable> of(Throwable failure) {
        List<Throwable> found = new ArrayList<>(List.of(failure));
        for (int i = 0; i < found.size() && found.size() < ENOUGH; i++) {
            Throwable next = found.get(i);
            Throwable cause = next.getCause();
            if (cause != null && !found.contains(cause)) found.add(cause);
            for (Throwable suppressed : next.getSuppressed())
                if (found.size() < ENOUGH && !found.contains(suppressed)) found.add(suppressed);
        }
        return found;
    }
}
