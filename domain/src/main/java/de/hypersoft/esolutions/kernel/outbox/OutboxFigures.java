package de.hypersoft.esolutions.kernel.outbox;

import de.hypersoft.esolutions.kernel.metrics.FigureSource;
import de.hypersoft.esolutions.kernel.metrics.Metric;
import de.hypersoft.esolutions.kernel.metrics.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** How far the outbox is behind. */
@ApplicationScoped
public class OutboxFigures implements FigureSource {

    private final Outbox outbox;

    @Inject
    OutboxFigures(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void read(Instant now, Readings into) {
        Outbox.Depth depth = outbox.depth();
        into.put(Metric.OUTBOX_EVENTS, "waiting", depth.waiting());
        into.put(Metric.OUTBOX_EVENTS, "refused", depth.failed());
        into.age(Metric.OUTBOX_OLDEST, depth.oldest(), now);
    }
}
