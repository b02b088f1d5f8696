package de.hypersoft.esolutions.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.Time;
import de.hypersoft.esolutions.testing.OnBothDatabases;
import de.hypersoft.esolutions.testing.Store;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests run beside their database, so that its clock is theirs. */
@OnBothDatabases
class ClockSkewTest {

    private final Store store;
    private final Time time = new Time(true);

    ClockSkewTest(Store store) {
        this.store = store;
    }

    @Test
    void a_node_beside_its_database_is_neither_ahead_nor_behind() {
        assertThat(measured(time).abs()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_node_whose_clock_is_ahead_is_told_by_how_much() {
        assertThat(measured(new AheadByHours(3))).isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
        assertThat(measured(new AheadByHours(-3))).isBetween(Duration.ofMinutes(-181), Duration.ofMinutes(-179));
    }

    @Test
    void a_clock_that_a_test_moved_counts_as_unmoved() {
        time.advance(Duration.ofDays(2));

        assertThat(measured(time).abs()).isLessThan(Duration.ofSeconds(30));
    }

    private Duration measured(Time of) {
        return store.in(() -> new ClockSkew(store.entities(), of).measure());
    }

    /** A machine whose clock is wrong. */
    private static final class AheadByHours extends Time {

        private final int hours;

        AheadByHours(int hours) {
            super(false);
            this.hours = hours;
        }

        @Override
        public Instant unmoved() {
            return super.unmoved().plus(Duration.ofHours(hours));
        }
    }
}
