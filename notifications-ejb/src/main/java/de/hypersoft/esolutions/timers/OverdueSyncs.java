package de.hypersoft.esolutions.timers;

import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.sync.request.FollowSync;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends requested syncs to which a till did not answer in time. Repeating it changes nothing. */
@ApplicationScoped
public class OverdueSyncs {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueSyncs.class);

    private final FollowSync syncs;

    @Inject
    public OverdueSyncs(FollowSync syncs) {
        this.syncs = syncs;
    }

    public void end(int limit) {
        syncs.due(limit).forEach(this::end);
    }

    /** One location's failure keeps no other location waiting. */
    private void end(UUID request) {
        try {
            syncs.expire(request);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the requested sync {} could not be ended, next try in a second: {}", request, LoggableCause.of(e));
        }
    }
}
