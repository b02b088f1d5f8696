package de.hypersoft.esolutions.pos.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A till's event is the same when all four are: its order, the till, the hand-over and the step in it. */
class TillEventKeyTest {

    private static final UUID ORDER = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID TILL = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @Test
    void an_event_that_is_sent_again_is_the_one_of_before() {
        assertThat(new TillEvent.Key(ORDER, TILL, 3, 1))
                .isEqualTo(new TillEvent.Key(ORDER, TILL, 3, 1))
                .hasSameHashCodeAs(new TillEvent.Key(ORDER, TILL, 3, 1));
    }

    @Test
    void one_of_another_order_till_hand_over_or_step_is_another() {
        assertThat(new TillEvent.Key(ORDER, TILL, 3, 1))
                .isNotEqualTo(new TillEvent.Key(TILL, TILL, 3, 1))
                .isNotEqualTo(new TillEvent.Key(ORDER, ORDER, 3, 1))
                .isNotEqualTo(new TillEvent.Key(ORDER, TILL, 4, 1))
                .isNotEqualTo(new TillEvent.Key(ORDER, TILL, 3, 2))
                .isNotEqualTo("an event");
        assertThat(new TillEvent.Key(ORDER, TILL, 3, 1).hashCode()).isNotZero();
    }
}
