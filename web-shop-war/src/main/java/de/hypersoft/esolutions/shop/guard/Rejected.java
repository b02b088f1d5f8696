package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.problem.RejectedRequest;
import java.io.Serial;

/** Why the shop does not deal with a request. */
public final class Rejected extends RejectedRequest {

    @Serial
    private static final long serialVersionUID = 1L;

    private Rejected(int status, String code, String message) {
        super(status, code, message);
    }

    public static Rejected malformedJson() {
        return new Rejected(400, "malformed-json", "the body is no JSON of this shape");
    }
}
