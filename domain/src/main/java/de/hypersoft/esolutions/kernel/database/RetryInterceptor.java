package de.hypersoft.esolutions.kernel.database;

import de.hypersoft.esolutions.kernel.Backoff;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/**
 * Stands outside the transaction's interceptor (which has PLATFORM_BEFORE + 200), so nothing is held while it waits. H2 tells
 * who meets a key of a running transaction at once, where PostgreSQL waits for its end: without growing waits, of many
 * who begin a key together all but one would be refused.
 */
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetryInterceptor {

    private static final int TRIES = 7;
    private static final Backoff WAITS = Backoff.doubling(Duration.ofMillis(20), Duration.ofMillis(500));
    private static final ThreadLocal<@Nullable Boolean> INSIDE = new ThreadLocal<>();

    private final LongConsumer pause;

    RetryInterceptor() {
        this(LockSupport::parkNanos);
    }

    /** @param pause waits for so many nanoseconds */
    RetryInterceptor(LongConsumer pause) {
        this.pause = pause;
    }

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        if (INSIDE.get() != null) return call.proceed(); // only the whole transaction can be tried again
        INSIDE.set(Boolean.TRUE);
        try {
            return tries(call);
        } finally {
            INSIDE.remove();
        }
    }

    private Object tries(InvocationContext call) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
                if (attempt == TRIES || !lostARace(e)) throw e;
                pause.accept(waitBefore(attempt));
            }
        }
    }

    /** Half as long to half as long again, so that those who met do not meet again. */
    private static long waitBefore(int attempt) {
        long wait = WAITS.after(attempt - 1).toNanos();
        return wait / 2 + ThreadLocalRandom.current().nextLong(wait);
    }

    private static boolean lostARace(@Nullable Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof OptimisticLockException
                    || t instanceof PessimisticLockException
                    || t instanceof LockTimeoutException
                    || t instanceof LockAcquisitionException
                    || t instanceof ConstraintViolationException) return true;
        }
        return false;
    }
}
