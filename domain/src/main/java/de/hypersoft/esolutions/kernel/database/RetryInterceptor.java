package de.hypersoft.esolutions.kernel.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/** Stands outside the transaction's interceptor (which has PLATFORM_BEFORE + 200). */
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetryInterceptor {

    private static final int TRIES = 3;
    private static final ThreadLocal<@Nullable Boolean> INSIDE = new ThreadLocal<>();

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

    private static Object tries(InvocationContext call) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
                if (attempt == TRIES || !lostARace(e)) throw e;
            }
        }
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
