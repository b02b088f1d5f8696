package de.hypersoft.esolutions.closing;

import de.hypersoft.esolutions.kernel.outbox.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * When this node has to hold all calendars against all locations: after a location changed here, and once a minute for what
 * another node left undone.
 */
@ApplicationScoped
class CalendarCheck {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Agreed agreed;

    @Inject
    CalendarCheck(Clock clock) {
        this.clock = clock;
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        if (changed.what() == Changed.What.LOCATION) changes.incrementAndGet();
    }

    boolean isDue() {
        Agreed last = agreed;
        return last == null
                || last.changes != changes.get()
                || Duration.between(last.at, clock.instant()).abs().compareTo(EVERY) >= 0;
    }

    /** How many changes there were so far, to be asked before looking. */
    long changes() {
        return changes.get();
    }

    /** Nothing was to be planned. */
    void agreed(long changesBefore) {
        agreed = new Agreed(changesBefore, clock.instant());
    }

    private record Agreed(long changes, Instant at) {}
}
