package de.hypersoft.esolutions.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

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
        Problem problem =
                Problems.of(new IllegalStateException(new PersistenceException(new SQLException("no", state))));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.facts().containsKey("retryAfterSeconds")).isEqualTo(status == 503);
    }

    @Test
    void a_commit_that_the_database_cut_off_is_no_fault_of_ours() {
        Exception commit = new Exception("could not commit");
        commit.addSuppressed(new Exception(new SQLException("terminating connection", "57P01")));

        assertThat(Problems.of(commit).code()).isEqualTo("database-away");
    }

    @Test
    void whoever_comes_too_often_or_at_a_bad_moment_is_told_when_to_come_again() {
        assertThat(Problems.of(new TooMany("too-many-attempts", "wait", Duration.ofSeconds(90), Map.of()))
                        .headers())
                .isEqualTo(Map.of("Retry-After", 90L));
        assertThat(Problems.of(new Unavailable("busy", "wait", Duration.ofSeconds(3)))
                        .headers())
                .isEqualTo(Map.of("Retry-After", 3L));
        assertThat(Problem.of(429, "too-many-requests", "wait").headers()).isEqualTo(Map.of("Retry-After", 10));
        assertThat(Problem.of(409, "changed-meanwhile", "look again").headers()).isEmpty();
    }

    @Test
    void what_is_too_large_ends_the_connection_so_that_the_rest_need_not_be_read() {
        Problem problem = Problems.of(new IllegalStateException(RejectedRequest.tooLarge(64)));

        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.code()).isEqualTo("too-large");
        assertThat(problem.facts()).isEqualTo(Map.of("limitBytes", 64L));
        assertThat(problem.headers()).isEqualTo(Map.of("Connection", "close"));
    }

    @Test
    void a_problem_has_its_code_its_type_its_facts_and_a_title_where_people_read_it() {
        Problem problem = Problem.of(422, "invalid-amount", "no number", Map.of("field", "fee"));

        assertThat(problem.body())
                .containsEntry("type", "/problems/invalid-amount")
                .containsEntry("code", "invalid-amount")
                .containsEntry("status", 422)
                .containsEntry("field", "fee")
                .doesNotContainKey("title");
        assertThat(problem.titled("Bitte prüfen").body()).containsEntry("title", "Bitte prüfen");
    }
}
