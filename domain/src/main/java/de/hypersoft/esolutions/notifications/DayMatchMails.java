package de.hypersoft.esolutions.notifications;

import de.hypersoft.esolutions.closing.ReviewDayMatches;
import de.hypersoft.esolutions.kernel.LoggableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches the web orders of each day that ended with what the tills booked, and writes to the location when something is
 * missing or double. A day on which everything is right is no mail: one that comes every morning is not read on the
 * morning it matters.
 */
@ApplicationScoped
public class DayMatchMails {

    private static final Logger LOG = LoggerFactory.getLogger(DayMatchMails.class);

    private final ReviewDayMatches matches;
    private final DayMatchLetters letters;

    @Inject
    DayMatchMails(ReviewDayMatches matches, DayMatchLetters letters) {
        this.matches = matches;
        this.letters = letters;
    }

    /** @return how many days' ends were matched; finding none it writes nothing */
    public int write(int limit) {
        int matched = 0;
        for (ReviewDayMatches.Ended ended : matches.unmatched(limit)) if (write(ended)) matched++;
        return matched;
    }

    private boolean write(ReviewDayMatches.Ended ended) {
        try {
            return letters.write(ended);
        } catch (Exception e) { // a race lost at the commit itself comes as a checked RollbackException
            LOG.warn("day end {} is matched at the next tick: {}", ended.run(), LoggableCause.of(e));
            return false;
        }
    }
}
