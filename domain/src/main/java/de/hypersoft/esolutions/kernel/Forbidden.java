package de.hypersoft.esolutions.kernel;

import java.util.Map;

/** The caller is known and may not do this. */
public non-sealed class Forbidden extends Refusal {
    public Forbidden(String code, String message) {
        super(code, message, Map.of());
    }
}
