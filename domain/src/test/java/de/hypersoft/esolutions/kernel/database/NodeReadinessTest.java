package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether guests are sent to this node. */
class NodeReadinessTest {

    private static final ReadinessPart CLOCK = () ->
            HealthCheckResponse.named("clock").up().withData("skewMillis", 12).build();
    private static final ReadinessPart KEYS = () -> HealthCheckResponse.named("keys")
            .down()
            .withData("reason", "no key")
            .build();
    private static final ReadinessPart MENU =
            () -> HealthCheckResponse.named("menu").up().build();

    private static final class NotBegun implements ReadinessPart {
        @Override
        public HealthCheckResponse call() {
            throw new IllegalStateException("no context");
        }
    }

    @BeforeAll
    static void outside_the_server() {
        HealthAnswer.madeHere();
    }

    @Test
    void a_node_is_ready_when_each_of_its_parts_is() {
        assertThat(answer(CLOCK, MENU).getStatus()).isEqualTo(Status.UP);
        assertThat(answer(CLOCK, KEYS).getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer(KEYS, CLOCK).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void who_watches_reads_which_part_it_is_and_why() {
        assertThat(answer(CLOCK, KEYS, MENU).getName()).isEqualTo("node");
        assertThat(answer(CLOCK, KEYS, MENU).getData())
                .contains(Map.of(
                        "clock", "UP", "skewMillis", 12L, "keys", "DOWN", "keys-reason", "no key", "menu", "UP"));
    }

    @Test
    void what_cannot_be_found_out_is_no_yes() {
        HealthCheckResponse answer = answer(new NotBegun(), CLOCK);

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData())
                .contains(Map.of(
                        "NotBegun",
                        "DOWN",
                        "NotBegun-reason",
                        "IllegalStateException",
                        "clock",
                        "UP",
                        "skewMillis",
                        12L));
    }

    private static HealthCheckResponse answer(ReadinessPart... parts) {
        return new NodeReadiness(List.of(parts)).call();
    }
}
