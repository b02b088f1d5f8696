package de.hypersoft.esolutions.kernel;

import java.util.HashMap;
import java.util.Map;

/** What was given cannot be right. Names the field, so that the message can stand beside it. */
public non-sealed class Invalid extends Refusal {

    private final String field;

    public Invalid(String code, String message, String field) {
        this(code, message, field, Map.of());
    }

    public Invalid(String code, String message, String field, Map<String, Object> parameters) {
        super(code, message, withField(parameters, field));
        this.field = field;
    }

    /** Path of the field as the client named it: {@code guest.phone}, {@code lines[2].options}. */
    public String field() {
        return field;
    }

    private static Map<String, Object> withField(Map<String, Object> parameters, String field) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("field", field);
        return all;
    }
}
