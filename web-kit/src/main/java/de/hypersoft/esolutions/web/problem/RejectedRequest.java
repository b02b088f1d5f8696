package de.hypersoft.esolutions.web.problem;

import java.io.Serial;

/** The request itself cannot be dealt with, whatever it asks for. */
public class RejectedRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** @param code stable, as that of a refusal */
    public RejectedRequest(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** @param most bytes that would have been taken */
    public static RejectedRequest tooLarge(long most) {
        return new RejectedRequest(413, "too-large", "the body is over its limit of " + most + " bytes");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
