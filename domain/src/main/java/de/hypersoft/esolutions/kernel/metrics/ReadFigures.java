package de.hypersoft.esolutions.kernel.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Reads the figures of all features at one moment, in one transaction. */
@ApplicationScoped
@Transactional
public class ReadFigures {

    private final Iterable<FigureSource> sources;
    private final Clock clock;

    @Inject
    ReadFigures(@Any Instance<FigureSource> sources, Clock clock) {
        this((Iterable<FigureSource>) sources, clock);
    }

    ReadFigures(Iterable<FigureSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    public Readings read() {
        Instant now = clock.instant();
        Readings readings = new Readings();
        for (FigureSource source : sources) source.read(now, readings);
        return readings;
    }
}
