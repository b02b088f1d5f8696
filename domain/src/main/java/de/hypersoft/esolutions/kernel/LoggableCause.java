package de.hypersoft.esolutions.kernel;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells why something failed in words fit for a log: messages of databases and parsers may hold a guest's data (T65). */
public final class LoggableCause {

    private static final int DEEPEST = 20;

    private LoggableCause() {}

    /** The innermost cause: a refusal's code, an SQL state, else the type and the place. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) root = root.getCause();
        if (root instanceof Refusal refusal) return refusal.code();
        if (root instanceof SQLException sql) return root.getClass().getName() + " in SQL state " + sql.getSQLState();
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** The same failure with all its traces and none of its messages, to be logged whole. */
    public static Throwable silent(Throwable failure) {
        return silent(failure, 0);
    }

    private static Throwable silent(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        boolean end = cause == failure || depth == DEEPEST;
        return new Silent(failure, cause == null || end ? null : silent(cause, depth + 1));
    }

    private static final class Silent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String type;

        Silent(Throwable failure, @Nullable Throwable cause) {
            super(null, cause, false, true);
            this.type = failure instanceof Refusal refusal
                    ? failure.getClass().getName() + " " + refusal.code()
                    : failure.getClass().getName();
            setStackTrace(failure.getStackTrace());
        }

        @Override
        public String toString() {
            return type;
        }
    }
}
