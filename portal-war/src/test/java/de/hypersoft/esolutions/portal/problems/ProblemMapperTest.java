package de.hypersoft.esolutions.portal.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {

    @ParameterizedTest
    @CsvSource({
        "40001, 503, busy",
        "40P01, 503, busy",
        "55P03, 503, busy",
        "HYT00, 503, busy",
        "08006, 503, database-away",
        "57P01, 503, database-away",
        "90098, 503, database-away",
        "22001, 422, invalid-value",
        "23505, 409, changed-meanwhile",
        "42601, 500, internal-error",
    })
    void what_the_database_says_is_told_as_what_the_caller_can_do(String state, int status, String code) {
        Problem problem = ProblemMapper.problem(
                new IllegalStateException(new PersistenceException(new SQLException("no", state))));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.facts().containsKey("retryAfterSeconds")).isEqualTo(status == 503);
    }

    @Test
    void a_commit_that_the_database_cut_off_is_no_fault_of_ours() {
        Exception commit = new Exception("could not commit");
        commit.addSuppressed(new Exception(new SQLException("terminating connection", "57P01")));

        assertThat(ProblemMapper.problem(commit).code()).isEqualTo("database-away");
    }
}
