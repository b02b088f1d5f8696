package de.hypersoft.esolutions.timers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TickTest {

    private boolean failing = true;
    private final Tick tick = new Tick("test", Duration.ofSeconds(1), () -> {
        if (failing) throw TickTest.<RuntimeException>unchecked(new RollbackException("the database went away"));
    });

    @Test
    void a_failure_at_the_commit_ends_no_chain_of_ticks_and_makes_them_rarer_up_to_half_a_minute() {
        assertThat(Stream.generate(tick::run).limit(7).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void memory_that_ran_short_once_ends_no_chain_of_ticks() {
        Tick hungry = new Tick("test", Duration.ofSeconds(1), () -> {
            throw new OutOfMemoryError("not really");
        });

        assertThat(hungry.run()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void once_it_works_again_it_is_as_quick_as_before() {
        tick.run();
        tick.run();
        failing = false;

        assertThat(tick.run()).isEqualTo(Duration.ofSeconds(1));
        failing = true;
        assertThat(tick.run()).isEqualTo(Duration.ofSeconds(1));
    }

    /** As the server's interceptor throws it past every signature. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
