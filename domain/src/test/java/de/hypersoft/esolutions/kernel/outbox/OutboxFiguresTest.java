package de.hypersoft.esolutions.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.hypersoft.esolutions.kernel.metrics.Looked;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.testing.HandClock;
import org.junit.jupiter.api.Test;

class OutboxFiguresTest {

    @Test
    void who_watches_sees_how_much_waits_how_much_was_refused_and_for_how_long() {
        HandClock clock = HandClock.at("2026-12-01T18:00:00Z");
        Outbox.Depth depth = new Outbox.Depth(3, 1, clock.instant().minusSeconds(90));
        Looked looked = new Looked(new OutboxFigures(new Behind(depth)), clock);

        assertThat(looked.each(Metric.OUTBOX_EVENTS)).containsExactly(3L, 1L);
        assertThat(looked.at(Metric.OUTBOX_OLDEST)).isEqualTo(90);
    }

    private static final class Behind extends Outbox {
        private final Depth depth;

        @SuppressWarnings("NullAway")
        Behind(Depth depth) {
            super(null, null, null, null);
            this.depth = depth;
        }

        @Override
        public Depth depth() {
            return depth;
        }
    }
}
