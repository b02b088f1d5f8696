package de.hypersoft.esolutions.kernel;

import java.util.Map;

/** There is no such thing, or it belongs to somebody else: both answers look alike (T49). */
public non-sealed class NotFound extends Refusal {
    public NotFound(String code, String message) {
        this(code, message, Map.of());
    }

    public NotFound(String code, String message, Map<String, Object> parameters) {
        super(code, message, parameters);
    }
}
