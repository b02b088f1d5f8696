package de.hypersoft.esolutions.portal.pos;

import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.pos.tills.DistrustedTills;
import de.hypersoft.esolutions.pos.tills.JournalRolledBack;
import de.hypersoft.esolutions.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whichever call meets a journal that is not believed, at once or after it waited: the till is told, and so are people. */
@ApplicationScoped
@Provider
public class DistrustMapper implements ExceptionMapper<JournalRolledBack> {

    private static final Logger LOG = LoggerFactory.getLogger(DistrustMapper.class);

    @Inject
    private DistrustedTills tills;

    @Override
    public Response toResponse(JournalRolledBack refusal) {
        try {
            tills.refused(refusal);
        } catch (Exception e) { // a race lost at the commit comes as a checked RollbackException; the till calls again
            LOG.warn("till {} was refused, and that is not stored: {}", refusal.till(), LoggableCause.of(e));
        }
        return Problem.of(refusal).response();
    }
}
