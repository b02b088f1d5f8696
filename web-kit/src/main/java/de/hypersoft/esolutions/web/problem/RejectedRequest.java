package de.hypersoft.esolutions.web.problem;

import java.io.Serial;
import java.util.Map;

/** The request itself cannot be dealt with, whatever it asks for. */
public class RejectedRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> facts;

    /** @param code stable, as that of a refusal */
    public RejectedRequest(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** @param facts beside the code, by name */
    protected RejectedRequest(int status, String code, String message, Map<String, Object> facts) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.facts = facts;
    }

    /** A body over its limit. @param most bytes that would have been taken */
    protected RejectedRequest(long most) {
        this(413, "too-large", "the body is over its limit of " + most + " bytes", Map.of("limitBytes", most));
    }

    /** @param most bytes that would have been taken */
    public static RejectedRequest tooLarge(long most) {
        return new RejectedRequest(most);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Beside the code, by name. */
    public Map<String, Object> facts() {
        return facts;
    }
}
