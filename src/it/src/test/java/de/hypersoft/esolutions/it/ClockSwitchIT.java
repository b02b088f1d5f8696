package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that was not started for tests. */
class ClockSwitchIT {

    @Test
    void the_clock_call_does_not_exist_without_its_switch() {
        try (Server plain = Server.started("plain", 10, Map.of(), "esolutions.test-clock=false")) {
            HttpResponse<String> answer = TestClock.call(plain.visitor(), "{\"advance\":\"PT5M\"}");

            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }
}
