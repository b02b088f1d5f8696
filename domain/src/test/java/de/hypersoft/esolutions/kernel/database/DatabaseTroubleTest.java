package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "08006, AWAY",
        "57P01, AWAY",
        "53100, AWAY",
        "53300, AWAY",
        "25006, AWAY",
        "90007, AWAY",
        "90108, AWAY",
        "90067, AWAY",
        "90098, AWAY",
        "90121, AWAY",
        "HY000, AWAY",
        "'', AWAY",
        "40001, BUSY",
        "40P01, BUSY",
        "55P03, BUSY",
        "HYT00, BUSY",
        "90131, BUSY",
        "23505, CHANGED_MEANWHILE",
        "22001, UNSTORABLE",
        "22021, UNSTORABLE",
    })
    void what_the_database_says_is_told_as_what_the_caller_can_do(String state, DatabaseTrouble trouble) {
        assertThat(DatabaseTrouble.of(wrapped(state))).contains(trouble);
    }

    @ParameterizedTest
    @CsvSource({"42601", "90022", "23502", "23503", "23506", "23513", "23514"})
    void a_mistake_of_ours_is_none_of_them(String state) {
        assertThat(DatabaseTrouble.of(wrapped(state))).isEmpty();
        assertThat(DatabaseTrouble.of(new IllegalStateException("no"))).isEmpty();
    }

    @Test
    void a_commit_that_the_database_cut_off_is_told_by_what_stands_beside_it() {
        Exception commit = new Exception("could not commit");
        commit.addSuppressed(new Exception(new SQLException("terminating connection", "57P01")));

        assertThat(DatabaseTrouble.of(commit)).contains(DatabaseTrouble.AWAY);
    }

    @Test
    void a_pool_without_a_connection_is_a_database_that_is_away_whatever_state_it_names() {
        SQLException full = new SQLException("no connection in time", "40001");

        assertThat(DatabaseTrouble.of(new PersistenceException("Unable to acquire JDBC Connection", full)))
                .contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(new PersistenceException("could not execute", full)))
                .contains(DatabaseTrouble.BUSY);
    }

    @Test
    void a_lost_race_is_no_fault() {
        assertThat(DatabaseTrouble.of(new IllegalStateException(new OptimisticLockException())))
                .contains(DatabaseTrouble.CHANGED_MEANWHILE);
    }

    private static Throwable wrapped(String state) {
        return new IllegalStateException(new PersistenceException(new SQLException("no", state)));
    }
}
