package de.hypersoft.esolutions.shop.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultMapperTest {

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00"})
    void a_lock_that_was_not_got_in_time_means_ask_again_and_not_that_something_broke(String state) {
        assertThat(FaultMapper.busy(wrapped(state))).isTrue();
        assertThat(FaultMapper.databaseAway(wrapped(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "90067", "90098", "90121"})
    void a_lost_connection_means_the_database_is_away(String state) {
        assertThat(FaultMapper.databaseAway(wrapped(state))).isTrue();
        assertThat(FaultMapper.busy(wrapped(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "22001"})
    void a_mistake_of_ours_is_neither(String state) {
        assertThat(FaultMapper.busy(wrapped(state))).isFalse();
        assertThat(FaultMapper.databaseAway(wrapped(state))).isFalse();
    }

    private static Throwable wrapped(String state) {
        return new IllegalStateException(new PersistenceException(new SQLException("no", state)));
    }
}
