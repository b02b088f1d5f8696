package de.hypersoft.esolutions.kernel;

import java.util.Map;

/** There is no such thing, or it belongs to somebody else: both answers look alike (T49). */
public non-sealed class NotFound extends Refusal {
    public NotFound(String code, String message) {
        super(code, message, Map.of());
    }
}
