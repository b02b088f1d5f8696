package de.hypersoft.esolutions.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.testing.Refusals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestDataRefusalsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3_651, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void guests_are_kept_for_a_day_at_least_and_for_ten_years_at_most(int days) {
        for (Refusal refused : new Refusal[] {
            Refusals.of(() -> new GuestDataTerms(days, 30)), Refusals.of(() -> new GuestDataTerms(90, days))
        }) {
            assertThat(refused.code()).isEqualTo("days-out-of-range");
            assertThat(refused.parameters()).containsEntry("most", 3_650);
        }
        assertThat(new GuestDataTerms(1, 1).dataDays()).isEqualTo(1);
        assertThat(new GuestDataTerms(3_650, 3_650).dataDays()).isEqualTo(3_650);
    }
}
