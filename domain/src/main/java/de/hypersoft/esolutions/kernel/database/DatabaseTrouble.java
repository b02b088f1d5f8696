package de.hypersoft.esolutions.kernel.database;

import de.hypersoft.esolutions.kernel.ExceptionChain;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a failure of the database means for whoever asked; the same in every web module. */
public enum DatabaseTrouble {
    /** The connection is lost, or none was got: asking again in a while helps. */
    AWAY,
    /** Others are at the same thing: asking again at once helps. */
    BUSY,
    /** Somebody else made or changed the same thing a moment before. */
    CHANGED_MEANWHILE,
    /** A value that no column takes: too long, out of range, or no text at all. */
    UNSTORABLE;

    /** Empty when the database is not to blame, or when we asked it something wrong. */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        List<Throwable> causes = ExceptionChain.of(failure);
        if (causes.stream().anyMatch(DatabaseTrouble::unconnected)) return Optional.of(AWAY);
        return causes.stream()
                .map(DatabaseTrouble::said)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> causes.stream().anyMatch(DatabaseTrouble::wordless) ? Optional.of(AWAY) : Optional.empty());
    }

    private static boolean unconnected(Throwable cause) {
        return cause.getClass().getName().startsWith("jakarta.resource.")
                || cause instanceof PersistenceException
                        && String.valueOf(cause.getMessage()).contains("Unable to acquire JDBC");
    }

    /** The pool's own exceptions carry no state. */
    private static boolean wordless(Throwable cause) {
        return cause instanceof SQLException sql && state(sql).isEmpty();
    }

    private static Optional<DatabaseTrouble> said(Throwable cause) {
        if (cause instanceof OptimisticLockException) return Optional.of(CHANGED_MEANWHILE);
        return cause instanceof SQLException sql ? said(state(sql)) : Optional.empty();
    }

    /**
     * Class 08 is a lost connection, 57 an operator's shutdown, 53 a full disk or too many connections, 25006 a standby that
     * was not made the first one yet (PostgreSQL), 90 with these three digits and HY000 H2's own words for such; 40 a deadlock or a
     * lost race, which H2 also calls 90131, 55 and HYT a lock that was not got in time; 23505 a key that is taken, while
     * what else class 23 knows of is ours to foresee; 22 a value.
     */
    private static Optional<DatabaseTrouble> said(String state) {
        if (state.matches("(08|53|57).*|25006|HY000|90(007|020|028|031|067|098|108|121)")) return Optional.of(AWAY);
        if (state.matches("(40|55|HYT).*|90131")) return Optional.of(BUSY);
        if (state.equals("23505")) return Optional.of(CHANGED_MEANWHILE);
        return state.startsWith("22") ? Optional.of(UNSTORABLE) : Optional.empty();
    }

    private static String state(SQLException sql) {
        return Objects.requireNonNullElse(sql.getSQLState(), "");
    }
}
