package de.hypersoft.esolutions.kernel;

import java.time.Duration;
import java.util.Map;

/** Not possible at this moment, whoever asks; the same may be asked again after a while. Nothing was done. */
public non-sealed class Unavailable extends Refusal {

    /** @param retryAfter from now until it is worth another try; told in whole seconds */
    public Unavailable(String code, String message, Duration retryAfter) {
        super(code, message, Map.of("retryAfterSeconds", Math.max(1, retryAfter.toSeconds())));
    }
}
