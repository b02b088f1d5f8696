package de.hypersoft.esolutions.kernel;

import java.util.Map;

/** The request was fine, the state of the thing is not: somebody was faster, or it is too late. */
public non-sealed class Conflict extends Refusal {
    public Conflict(String code, String message) {
        this(code, message, Map.of());
    }

    public Conflict(String code, String message, Map<String, Object> parameters) {
        super(code, message, parameters);
    }
}
