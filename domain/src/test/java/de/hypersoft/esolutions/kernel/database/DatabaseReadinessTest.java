package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseReadinessTest {

    @BeforeAll
    static void outside_the_server() {
        HealthAnswer.madeHere();
    }

    @ParameterizedTest
    @CsvSource({"PT0S,UP", "PT2S,UP", "PT-2S,UP", "PT2.001S,DOWN", "PT-2.001S,DOWN"})
    void a_node_takes_orders_while_its_clock_is_two_seconds_off_at_most(Duration off, Status status) {
        HealthCheckResponse answer = answer(() -> off);

        assertThat(answer.getName()).isEqualTo("database-clock");
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getData()).contains(Map.of("skewMillis", off.toMillis()));
    }

    @Test
    void a_node_whose_database_is_away_is_not_ready_and_says_why() {
        HealthCheckResponse answer = answer(() -> {
            throw new IllegalStateException("connection refused");
        });

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData()).contains(Map.of("reason", "the database does not answer"));
    }

    private static HealthCheckResponse answer(Supplier<Duration> off) {
        return new DatabaseReadiness(new Skew(off)).call();
    }

    private static final class Skew extends ClockSkew {
        private final Supplier<Duration> off;

        @SuppressWarnings("NullAway")
        Skew(Supplier<Duration> off) {
            super(null, null);
            this.off = off;
        }

        @Override
        public Duration measure() {
            return off.get();
        }
    }
}
