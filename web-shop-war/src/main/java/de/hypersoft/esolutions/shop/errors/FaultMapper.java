package de.hypersoft.esolutions.shop.errors;

import de.hypersoft.esolutions.kernel.Cause;
import de.hypersoft.esolutions.kernel.Causes;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.shop.guard.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything nobody meant to happen: a sentence and an incident number for the guest, the rest for the log. */
@Provider
@ApplicationScoped
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(FaultMapper.class);

    private final Answers answers;

    @SuppressWarnings("NullAway")
    public FaultMapper() { // RESTEasy looks for it, CDI calls the other
        this.answers = null;
    }

    @Inject
    FaultMapper(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(Throwable fault) {
        for (Throwable cause : causes(fault).toList()) {
            if (cause instanceof Refusal refusal) return answers.refusal(RefusalMapper.status(refusal), refusal);
            if (cause instanceof Rejected rejected) return answers.plain(rejected.status(), rejected.code());
        }
        String incident = Secret.fresh().value().substring(0, 8);
        if (databaseAway(fault)) {
            LOG.warn("incident={} the database is away: {}", incident, fault.toString());
            return answers.fault(503, "database-away", incident);
        }
        if (busy(fault)) {
            LOG.warn("incident={} too many at the same thing: {}", incident, Cause.of(fault));
            return answers.fault(503, "busy", incident);
        }
        LOG.error("incident={}", incident, fault);
        return answers.fault(500, "internal-error", incident);
    }

    static boolean databaseAway(Throwable fault) {
        return causes(fault)
                .anyMatch(c -> c instanceof SQLException sql && away(sql)
                        || c.getClass().getName().startsWith("jakarta.resource.")
                        || c instanceof PersistenceException
                                && String.valueOf(c.getMessage()).contains("Unable to acquire JDBC"));
    }

    /** Class 08 is a lost connection, 57 an operator's shutdown (PostgreSQL), 90 with 067/098/121 H2's own words for it. */
    private static boolean away(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57") || state.matches("90(067|098|121)");
    }

    /** Class 40 is a deadlock or a lost race, 55 and HYT a lock that was not got in time: whoever asks again gets it. */
    static boolean busy(Throwable fault) {
        return causes(fault)
                .anyMatch(c -> c instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).matches("(40|55|HYT).*"));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Causes.of(fault).stream();
    }
}
