package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A till that asks for orders and waits: its answer is written when nobody works on its request any more. */
@SystemTest
class WaitingTillIT {

    /** At a location where no test orders. */
    @Test
    void it_is_told_that_nothing_came_when_its_time_is_over() {
        try (Browser desk = Browser.desktop()) {
            Restaurant.signIn(desk.page());
            DeafTill till = DeafTill.paired(desk.page(), "Linde Wien");

            HttpResponse<String> answer = till.waits(1);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
    }
}
