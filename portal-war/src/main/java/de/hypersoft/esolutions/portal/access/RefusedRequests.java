package de.hypersoft.esolutions.portal.access;

import de.hypersoft.esolutions.identity.Caller;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.audit.Actor;
import de.hypersoft.esolutions.kernel.audit.RefusedActs;
import de.hypersoft.esolutions.portal.pos.TillCaller;
import de.hypersoft.esolutions.pos.tills.PairTill;
import de.hypersoft.esolutions.tenancy.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has written down who was refused what: a form from elsewhere, an id of somebody else, a wrong PIN. */
@RequestScoped
public class RefusedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);

    private final RefusedActs acts;
    private final SignedIn signedIn;
    private final TillCaller till;
    private final HttpServletRequest request;

    @Inject
    public RefusedRequests(RefusedActs acts, SignedIn signedIn, TillCaller till, HttpServletRequest request) {
        this.acts = acts;
        this.signedIn = signedIn;
        this.till = till;
        this.request = request;
    }

    /** What is merely wrong or too late is no business of the log. */
    public void note(Refusal refusal) {
        RefusedActs.@Nullable Kind kind = kind(refusal);
        if (kind != null) note(kind);
    }

    /** The answer does not depend on it: a database that is away is told by the request itself. */
    public void note(RefusedActs.Kind kind) {
        try {
            acts.record(kind, actor(), tenant(), path(), request.getRemoteAddr());
        } catch (RuntimeException unwritten) {
            LOG.warn("{} not written down", kind.action(), unwritten);
        }
    }

    static RefusedActs.@Nullable Kind kind(Refusal refusal) {
        if (refusal instanceof FormGuard.ForeignForm) return RefusedActs.Kind.FORM_REFUSED;
        if (refusal instanceof PairTill.WrongPin) return RefusedActs.Kind.WRONG_PIN;
        if (refusal instanceof Forbidden) return RefusedActs.Kind.ACT_FORBIDDEN;
        if (refusal instanceof NotFound) return RefusedActs.Kind.UNKNOWN_ASKED_FOR;
        return null;
    }

    private Actor actor() {
        if (till.present()) return till.actor();
        return signedIn.optional().map(Caller::actor).orElse(Actor.GUEST);
    }

    private @Nullable UUID tenant() {
        if (till.present()) return till.device().tenant().value();
        return signedIn.optional()
                .map(Caller::reach)
                .filter(Scope.class::isInstance)
                .map(reach -> ((Scope) reach).tenant().value())
                .orElse(null);
    }

    /** Of a link that opens something by itself, only what kind of link it is. */
    private String path() {
        String path = request.getRequestURI();
        boolean known = till.present() || signedIn.optional().isPresent();
        return known ? path : path.replaceFirst("^(/portal/[a-z-]+/).+", "$1…");
    }
}
