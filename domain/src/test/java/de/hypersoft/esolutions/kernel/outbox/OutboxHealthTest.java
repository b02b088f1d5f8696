package de.hypersoft.esolutions.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.database.HealthAnswer;
import de.hypersoft.esolutions.testing.HandClock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An outbox that is behind is no reason to send guests to another node: that one has the same. */
class OutboxHealthTest {

    private final HandClock clock = HandClock.at("2026-11-22T18:00:00Z");

    @BeforeAll
    static void outside_the_server() {
        HealthAnswer.madeHere();
    }

    @Test
    void who_watches_reads_how_much_waits_and_for_how_long() {
        assertThat(told(3, 1, clock.instant().minusSeconds(90)))
                .isEqualTo(Map.of("waiting", 3L, "failed", 1L, "oldestSeconds", 90L));
        assertThat(told(0, 0, null)).isEqualTo(Map.of("waiting", 0L, "failed", 0L, "oldestSeconds", 0L));
    }

    @Test
    void what_a_node_with_a_faster_clock_wrote_has_not_waited_at_all() {
        assertThat(told(1, 0, clock.instant().plusSeconds(2))).containsEntry("oldestSeconds", 0L);
    }

    @Test
    void a_database_that_is_away_is_told_by_another_part() {
        HealthCheckResponse answer = answer(() -> {
            throw new IllegalStateException("connection refused");
        });

        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData()).contains(Map.of("reason", "the database does not answer"));
    }

    private Map<String, Object> told(long waiting, long failed, @Nullable Instant oldest) {
        HealthCheckResponse answer = answer(() -> new Outbox.Depth(waiting, failed, oldest));
        assertThat(answer.getName()).isEqualTo("outbox");
        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        return answer.getData().orElseThrow();
    }

    private HealthCheckResponse answer(Supplier<Outbox.Depth> depth) {
        return new OutboxHealth(new Counted(depth), clock).call();
    }

    private static final class Counted extends Outbox {
        private final Supplier<Depth> depth;

        @SuppressWarnings("NullAway")
        Counted(Supplier<Depth> depth) {
            super(null, null, null, null);
            this.depth = depth;
        }

        @Override
        public Depth depth() {
            return depth.get();
        }
    }
}
