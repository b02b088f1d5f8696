package de.hypersoft.esolutions.connector.tillcore;

/** The till core refuses an order or a request about it, with a stable code. */
final class CannotBook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    CannotBook(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** What the caller reads, see TILL-CORE.md. */
    record Problem(String code, String detail) {}

    Problem problem() {
        return new Problem(code, String.valueOf(getMessage()));
    }
}
