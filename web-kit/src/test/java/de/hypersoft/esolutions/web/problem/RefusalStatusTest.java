package de.hypersoft.esolutions.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalStatusTest {

    @Test
    void each_group_of_refusals_has_the_status_that_clients_know() {
        assertThat(Refusal.class.getPermittedSubclasses()).hasSize(6);
        assertThat(RefusalStatus.of(new NotFound("nothing-there", "no"))).isEqualTo(404);
        assertThat(RefusalStatus.of(new Forbidden("not-yours", "no"))).isEqualTo(403);
        assertThat(RefusalStatus.of(new Conflict("moved", "no", Map.of()))).isEqualTo(409);
        assertThat(RefusalStatus.of(new Invalid("wrong", "no", "field"))).isEqualTo(422);
        assertThat(RefusalStatus.of(new TooMany("often", "no", Duration.ofSeconds(9), Map.of())))
                .isEqualTo(429);
        assertThat(RefusalStatus.of(new Unavailable("busy", "no", Duration.ofSeconds(9))))
                .isEqualTo(503);
    }

    @Test
    void whoever_has_to_wait_is_told_for_how_long() {
        assertThat(new TooMany("often", "no", Duration.ofMillis(61_001), Map.of()).parameters())
                .containsEntry("retryAfterSeconds", 62L)
                .containsEntry("minutes", 2L);
        assertThat(new Unavailable("busy", "no", Duration.ofSeconds(5)).parameters())
                .containsEntry("retryAfterSeconds", 5L);
    }
}
