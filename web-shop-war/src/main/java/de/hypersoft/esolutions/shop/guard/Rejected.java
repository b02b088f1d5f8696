package de.hypersoft.esolutions.shop.guard;

/** The request itself cannot be dealt with, whatever it asks for. */
public final class Rejected extends RuntimeException {

    private final int status;
    private final String code;

    private Rejected(int status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Rejected malformedJson() {
        return new Rejected(400, "malformed-json");
    }

    public static Rejected tooLarge() {
        return new Rejected(413, "body-too-large");
    }

    public static Rejected tooMany() {
        return new Rejected(429, "too-many-requests");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
