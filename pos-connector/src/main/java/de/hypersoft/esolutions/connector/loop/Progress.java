package de.hypersoft.esolutions.connector.loop;

import de.hypersoft.esolutions.connector.journal.JournalRow.State;
import de.hypersoft.esolutions.connector.journal.StatusEvent;
import de.hypersoft.esolutions.connector.journal.StatusEvent.Type;
import de.hypersoft.esolutions.connector.journal.StoredRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a booked order without anybody's hand. Vouchers and retail articles are released by themselves; a cart
 * only by the operator, unless this till plays the operator too (T31). The times count from the booking; null = never.
 */
public record Progress(
        boolean autoRelease,
        @Nullable Duration preparingAfter,
        @Nullable Duration readyAfter,
        @Nullable Duration completedAfter) {

    /** A till worked by people. */
    public static final Progress BY_HAND = new Progress(false, null, null, null);

    /** The next status that is due now. SIGNED is due as soon as the order is released. */
    Optional<Type> due(StoredRow kept, Instant now) {
        Optional<StatusEvent> booked = kept.event(Type.BOOKED);
        if (booked.isEmpty() || over(kept) || kept.row().state() != State.BOOKED) return Optional.empty();
        boolean released = kept.event(Type.RELEASED).isPresent();
        if (!released && (autoRelease || BookingStep.SELF_RELEASED.equals(kept.detail())))
            return Optional.of(Type.RELEASED);
        if (released && kept.event(Type.SIGNED).isEmpty()) return Optional.of(Type.SIGNED);
        Duration age = Duration.between(Instant.parse(booked.get().at()), now);
        return timed(kept, Type.PREPARING, preparingAfter, age)
                .or(() -> timed(kept, Type.READY, readyAfter, age))
                .or(() -> timed(kept, Type.COMPLETED, completedAfter, age));
    }

    /** How long a cart has been waiting for its release; zero once it is released. */
    Duration unreleased(StoredRow kept, Instant now) {
        boolean waits = kept.event(Type.RELEASED).isEmpty() && !over(kept);
        return waits
                ? kept.event(Type.BOOKED)
                        .map(booked -> Duration.between(Instant.parse(booked.at()), now))
                        .orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    /** Nobody releases, signs or cooks it any more. */
    private static boolean over(StoredRow kept) {
        return kept.event(Type.REJECTED).isPresent() || kept.event(Type.VOIDED).isPresent();
    }

    private static Optional<Type> timed(StoredRow kept, Type type, @Nullable Duration after, Duration age) {
        boolean due =
                after != null && age.compareTo(after) >= 0 && kept.event(type).isEmpty();
        return due ? Optional.of(type) : Optional.empty();
    }
}
