package de.hypersoft.esolutions.kernel;

import java.util.Map;

/**
 * The model says no. Carries a stable code for programs ({@code location-closed}), a sentence for logs, and the
 * parameters from which a page makes its own sentence. Knows no HTTP; each web module maps the groups once.
 */
public abstract sealed class Refusal extends RuntimeException
        permits NotFound, Forbidden, Conflict, Invalid, TooMany, Unavailable {

    private final String code;
    private final transient Map<String, Object> parameters;

    protected Refusal(String code, String message, Map<String, Object> parameters) {
        super(message);
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    /** Stable over releases, kebab-case; the last part of the problem type and the key of the text for people. */
    public String code() {
        return code;
    }

    /** Facts beside the code, by name; values are strings, numbers or {@link Money}. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
