package de.hypersoft.esolutions.kernel;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Asked too often; the same may be asked again after a while. */
public non-sealed class TooMany extends Refusal {

    private final Duration retryAfter;

    /** @param retryAfter from now until it would be taken; told in whole seconds, and in minutes for people */
    public TooMany(String code, String message, Duration retryAfter, Map<String, Object> parameters) {
        super(code, message, withWait(parameters, retryAfter));
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    private static Map<String, Object> withWait(Map<String, Object> parameters, Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("retryAfterSeconds", seconds);
        all.put("minutes", (seconds + 59) / 60);
        return all;
    }
}
