package de.hypersoft.esolutions.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderIdTest {

    private static final UUID VALUE = UUID.fromString("0193a5c0-7b2a-7c3d-8e4f-0123456789ab");

    @Test
    void an_order_is_named_by_what_was_written_of_it() {
        OrderId id = OrderId.parse(VALUE.toString());

        assertThat(id).isEqualTo(new OrderId(VALUE)).hasToString("0193a5c0-7b2a-7c3d-8e4f-0123456789ab");
    }

    @Test
    void what_is_no_id_is_an_unknown_order_and_is_repeated_only_while_it_is_short() {
        for (String text : new String[] {"", "4711", "x".repeat(40)})
            assertThatThrownBy(() -> OrderId.parse(text))
                    .isInstanceOf(Orders.UnknownOrder.class)
                    .hasMessage("there is no order " + text);

        assertThatThrownBy(() -> OrderId.parse("x".repeat(41)))
                .isInstanceOf(Orders.UnknownOrder.class)
                .hasMessage("there is no order …");
    }
}
