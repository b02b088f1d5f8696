package de.hypersoft.esolutions.portal.pos;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.portal.Refused;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a till sends that means nothing is refused before anything is asked of the model, which is not there. */
@SuppressWarnings("NullAway")
class TillCallsRefusedTest {

    private final HandedOrdersResource orders = new HandedOrdersResource();
    private final AcknowledgementsResource acknowledgements = new AcknowledgementsResource();
    private final TasksResource tasks = new TasksResource();

    @BeforeEach
    void a_till_calls() {
        orders.caller = Calling.till(false);
        acknowledgements.caller = Calling.till(false);
        tasks.caller = Calling.till(false);
    }

    @Test
    void two_hundred_acknowledgements_are_enough_for_one_call() {
        Refusal refused = Refused.of(() -> acknowledgements.acknowledge(null, items(201)));

        assertThat(refused.code()).isEqualTo("too-many-items");
        assertThat(refused.parameters()).containsEntry("limit", 200).containsEntry("field", "items");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fence":1}               | items[1].orderId
            {"orderId":"%s"}          | items[1].fence
            null                      | items[1]
            """)
    void what_an_acknowledgement_lacks_is_named_with_its_place(String second, String field) {
        String one = "{\"orderId\":\"" + UUID.randomUUID() + "\",\"fence\":1}";

        Refusal refused = Refused.of(() -> acknowledgements.acknowledge(
                null, "{\"journalId\":\"j\",\"journalSeq\":1,\"items\":[" + one + "," + second + "]}"));

        assertThat(refused.code()).isEqualTo("required");
        assertThat(refused.parameters()).containsEntry("field", field);
    }

    @Test
    void an_event_that_no_protocol_knows_is_named() {
        for (String type : new String[] {"BURNT", "booked", ""}) {
            Refusal refused = Refused.of(() ->
                    orders.report(UUID.randomUUID().toString(), "{\"fence\":1,\"seq\":1,\"type\":\"" + type + "\"}"));

            assertThat(refused.code()).isEqualTo("unknown-event-type");
            assertThat(refused.parameters()).containsEntry("field", "type");
        }
    }

    @Test
    void a_task_whose_id_is_no_id_is_no_task() {
        assertThat(Refused.code(() -> tasks.done("17", ""))).isEqualTo("unknown-task");
    }

    private static String items(int count) {
        String one = "{\"orderId\":\"" + UUID.randomUUID() + "\",\"fence\":1}";
        return "{\"journalId\":\"j\",\"journalSeq\":1,\"items\":[" + String.join(",", Collections.nCopies(count, one))
                + "]}";
    }
}
