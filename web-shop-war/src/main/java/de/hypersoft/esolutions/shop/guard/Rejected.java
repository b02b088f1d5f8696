package de.hypersoft.esolutions.shop.guard;

import de.hypersoft.esolutions.web.problem.RejectedRequest;
import java.io.Serial;
import java.util.Map;

/** Why the shop does not deal with a request. */
public final class Rejected extends RejectedRequest {

    @Serial
    private static final long serialVersionUID = 1L;

    private Rejected(int status, String code, String message) {
        super(status, code, message);
    }

    private Rejected(int status, String code, String message, String field) {
        super(status, code, message, Map.of("field", field));
    }

    /**
     * @param field path of the member that is wrong
     * @param message what is wrong with it
     */
    public static Rejected malformedJson(String field, String message) {
        return new Rejected(400, "malformed-json", message, field);
    }

    public static Rejected malformedJson() {
        return new Rejected(400, "malformed-json", "the body is no JSON of this shape");
    }
}
