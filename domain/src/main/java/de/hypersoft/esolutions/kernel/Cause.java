package de.hypersoft.esolutions.kernel;

import java.sql.SQLException;

/** Tells why something failed in words fit for a log: messages of databases and parsers may hold a guest's data (T65). */
public final class Cause {

    private Cause() {}

    /** The innermost cause: a refusal's code, an SQL state, else the type and the place. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        if (root instanceof Refusal refusal) return refusal.code();
        if (root instanceof SQLException sql) return root.getClass().getName() + " in SQL state " + sql.getSQLState();
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
