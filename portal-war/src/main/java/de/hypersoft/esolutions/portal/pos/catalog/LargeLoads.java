package de.hypersoft.esolutions.portal.pos.catalog;

import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Large loads of this node come one after the other: each costs several times its size while it is checked, and all
 * locations end their day at the same hour.
 */
@ApplicationScoped
class LargeLoads {

    /** What is no larger needs no turn. */
    private static final long SMALL = 2 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Semaphore turns = new Semaphore(1, true);

    /** To be closed when the load is taken. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for its turn.
     *
     * @param length its bytes
     * @throws WebApplicationException 503 {@code busy}, to be tried again
     */
    Turn turn(long length) {
        if (length <= SMALL) return () -> {};
        if (!acquired())
            throw new WebApplicationException(
                    Problem.later("busy", "other large loads are being taken; try again in a minute", PATIENCE)
                            .response());
        return turns::release;
    }

    private boolean acquired() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
