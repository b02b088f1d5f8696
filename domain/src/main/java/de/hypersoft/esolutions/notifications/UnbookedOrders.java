package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailRound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes to a location whose till acknowledged orders and did not book them in time: nobody may be cooking them, and no till
 * is offered them any more (handover.md A1). At once, and what else falls due within the location's interval in one digest
 * at its end; each order once per episode (I6). Touches neither the order nor its transfer.
 */
@ApplicationScoped
public class UnbookedOrders {

    private final UnbookedLetters letters;
    private final MailRound round;
    private final Looks looks;

    @Inject
    UnbookedOrders(UnbookedLetters letters, Clock clock) {
        this(letters, clock, new Looks(clock));
    }

    UnbookedOrders(UnbookedLetters letters, Clock clock, Looks looks) {
        this.letters = letters;
        this.round = new MailRound(clock);
        this.looks = looks;
    }

    /**
     * As {@link #remind}, for whoever asks every second: what fell due meanwhile at once, everything now and then ({@link Looks}),
     * so that it costs the same however many orders are not booked.
     */
    public int follow(int limit) {
        return looks.look(since -> write(letters.dueSince(since, limit), round.resting()), () -> remind(limit));
    }

    /**
     * Looks at {@code limit} orders, and at as many more as rest, and writes to their locations.
     *
     * @return how many mails it queued; finding nothing it writes nothing
     */
    int remind(int limit) {
        Set<UUID> resting = round.resting();
        return write(letters.due(limit + resting.size()), resting);
    }

    private int write(List<UnbookedLetters.Due> found, Set<UUID> resting) {
        Set<UUID> locations = new LinkedHashSet<>();
        for (UnbookedLetters.Due due : found)
            if (!resting.contains(due.order()) && !resting.contains(due.location())) locations.add(due.location());
        int queued = 0;
        for (UUID location : locations)
            if (round.write(
                    MailKind.UNBOOKED_ORDER,
                    location,
                    resting,
                    (kind, place, without) -> letters.write(place, without))) queued++;
        return queued;
    }
}
