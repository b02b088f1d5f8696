package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.notifications.mail.MailKind;
import de.hypersoft.esolutions.notifications.mail.MailRound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
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

    @Inject
    UnbookedOrders(UnbookedLetters letters, Clock clock) {
        this.letters = letters;
        this.round = new MailRound(clock);
    }

    /**
     * Looks at {@code limit} orders, and at as many more as rest, and writes to their locations.
     *
     * @return how many mails it queued; finding nothing it writes nothing
     */
    public int remind(int limit) {
        Set<UUID> resting = round.resting();
        Set<UUID> locations = new LinkedHashSet<>();
        for (UnbookedLetters.Due due : letters.due(limit + resting.size()))
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
