package de.hypersoft.esolutions.web.problem;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.kernel.Forbidden;
import de.hypersoft.esolutions.kernel.Invalid;
import de.hypersoft.esolutions.kernel.NotFound;
import de.hypersoft.esolutions.kernel.Refusal;
import de.hypersoft.esolutions.kernel.TooMany;
import de.hypersoft.esolutions.kernel.Unavailable;

/** How HTTP says each group of refusals (RFC 9110, RFC 6585). */
final class RefusalStatus {

    private RefusalStatus() {}

    static int of(Refusal refusal) {
        if (refusal instanceof NotFound) return 404;
        if (refusal instanceof Forbidden) return 403;
        if (refusal instanceof Conflict) return 409;
        if (refusal instanceof Invalid) return 422;
        if (refusal instanceof TooMany) return 429;
        if (refusal instanceof Unavailable) return 503;
        throw new AssertionError("a group of refusals without a status: " + refusal.getClass());
    }
}
