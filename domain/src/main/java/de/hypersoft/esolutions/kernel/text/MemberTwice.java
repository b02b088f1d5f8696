package de.hypersoft.esolutions.kernel.text;

import jakarta.json.bind.JsonbException;
import java.io.Serial;

/** A member that is read stands twice in its object; which of the two is meant, only the sender knows. */
public final class MemberTwice extends JsonbException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String path;

    MemberTwice(String path) {
        super(path + " comes twice");
        this.path = path;
    }

    /** Such as {@code lines[0].quantity}. */
    public String path() {
        return path;
    }
}
