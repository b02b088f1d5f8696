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
 * Writes to a location whose orders no till has fetched in time: after its own wait (default five minutes) to the
 * location, after a longer one to its second contact. Counted from the moment the order became transferable. And at once
 * when a till fetched an order three times without keeping it: it will hardly do so the fourth time. Once per episode
 * (T25, I6); what else falls due within the location's interval is told in one digest at its end. Touches neither the order nor its transfer (T26).
 */
@ApplicationScoped
public class UnclaimedOrders {

    private final Reminders reminders;
    private final MailRound round;
    private final Looks looks;

    @Inject
    UnclaimedOrders(Reminders reminders, Clock clock) {
        this(reminders, clock, new Looks(clock));
    }

    UnclaimedOrders(Reminders reminders, Clock clock, Looks looks) {
        this.reminders = reminders;
        this.round = new MailRound(clock);
        this.looks = looks;
    }

    /**
     * As {@link #remind}, for whoever asks every second: what fell due meanwhile at once, everything now and then ({@link Looks}),
     * so that it costs the same however many orders wait.
     */
    public int follow(int limit) {
        return looks.look(since -> write(reminders.dueSince(since, limit), round.resting()), () -> remind(limit));
    }

    /**
     * Looks at {@code limit} orders of each kind, and at as many more as rest, and writes to their locations; returns how
     * many mails it queued. Finding nothing it writes nothing.
     */
    int remind(int limit) {
        Set<UUID> resting = round.resting();
        return write(reminders.due(limit + resting.size()), resting);
    }

    private int write(List<Reminders.Due> found, Set<UUID> resting) {
        Set<Recipient> recipients = new LinkedHashSet<>();
        for (Reminders.Due due : found)
            if (!resting.contains(due.order()) && !resting.contains(due.location()))
                recipients.add(new Recipient(due.kind(), due.location()));
        int queued = 0;
        for (Recipient to : recipients) if (round.write(to.kind(), to.location(), resting, reminders::write)) queued++;
        return queued;
    }

    private record Recipient(MailKind kind, UUID location) {}
}
