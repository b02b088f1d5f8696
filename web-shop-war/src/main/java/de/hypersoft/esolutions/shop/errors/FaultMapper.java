package de.hypersoft.esolutions.shop.errors;

import de.hypersoft.esolutions.http.error.Aborted;
import de.hypersoft.esolutions.kernel.ExceptionChain;
import de.hypersoft.esolutions.kernel.LoggableCause;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.Secret;
import de.hypersoft.esolutions.kernel.database.DatabaseTrouble;
import de.hypersoft.esolutions.shop.guard.Rejected;
import de.hypersoft.esolutions.web.RefusalStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything nobody meant to happen: a sentence and an incident number for the guest, the rest for the log. */
@Provider
@ApplicationScoped
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(FaultMapper.class);

    @Inject
    private Answers answers;

    @Override
    public Response toResponse(Throwable fault) {
        if (Aborted.noted(fault)) return answers.plain(400, "bad-request"); // for nobody
        for (Throwable cause : ExceptionChain.of(fault)) {
            if (cause instanceof Refusal refusal) return answers.refusal(RefusalStatus.of(refusal), refusal);
            if (cause instanceof Rejected rejected) return answers.plain(rejected.status(), rejected.code());
        }
        return DatabaseTrouble.of(fault).map(trouble -> told(trouble, fault)).orElseGet(() -> unforeseen(fault));
    }

    private Response told(DatabaseTrouble trouble, Throwable fault) {
        return switch (trouble) {
            case AWAY -> away("database-away", fault);
            case BUSY -> away("busy", fault);
            case CHANGED_MEANWHILE -> answers.plain(409, "changed-meanwhile");
            case UNSTORABLE -> answers.plain(422, "invalid-value");
        };
    }

    private Response away(String code, Throwable fault) {
        String incident = incident();
        LOG.warn("incident={} {}: {}", incident, code, LoggableCause.of(fault));
        return answers.fault(503, code, incident);
    }

    private Response unforeseen(Throwable fault) {
        String incident = incident();
        LOG.error("incident={}", incident, LoggableCause.silent(fault));
        return answers.fault(500, "internal-error", incident);
    }

    private static String incident() {
        return Secret.fresh().value().substring(0, 8);
    }
}
