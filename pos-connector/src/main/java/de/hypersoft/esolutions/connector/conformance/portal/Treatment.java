package de.hypersoft.esolutions.connector.conformance.portal;

import java.io.IOException;

/**
 * What becomes of a call.
 *
 * @param answer instead of the portal's own, with {@link Fate#ANSWER_OTHERWISE}
 * @param then done when the call had its effect, before its answer goes out or is lost
 */
public record Treatment(Fate fate, Answer answer, Then then) {

    public static final Treatment PASS = new Treatment(Fate.PASS, Answer.NOTHING, () -> {});
    /** It never arrives. */
    public static final Treatment LOSE_REQUEST = new Treatment(Fate.LOSE_REQUEST, Answer.NOTHING, () -> {});
    /** It has its effect, and its answer is lost. */
    public static final Treatment LOSE_ANSWER = new Treatment(Fate.LOSE_ANSWER, Answer.NOTHING, () -> {});
    /** A proxy between till and portal answers with a page of its own. */
    public static final Treatment PAGE = new Treatment(
            Fate.ANSWER_OTHERWISE,
            new Answer(200, "text/html", "<html><body>Welcome to the WLAN</body></html>"),
            () -> {});
    /** The answer lacks what was asked for. */
    public static final Treatment EMPTY_LIST =
            new Treatment(Fate.ANSWER_OTHERWISE, new Answer(200, "application/json", "{\"items\":[]}"), () -> {});

    /** Whether the call has its effect, and whether its answer goes out. */
    public enum Fate {
        PASS,
        LOSE_REQUEST,
        LOSE_ANSWER,
        ANSWER_OTHERWISE
    }

    /** What happens meanwhile. */
    @FunctionalInterface
    public interface Then {
        void happens() throws IOException, InterruptedException;
    }

    /** Refused without any effect. */
    public static Treatment refuse(int status, String code) {
        return new Treatment(Fate.ANSWER_OTHERWISE, Answer.problem(status, code, "Try again later."), () -> {});
    }

    public Treatment and(Then happening) {
        return new Treatment(fate, answer, happening);
    }
}
