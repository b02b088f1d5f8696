package de.hypersoft.esolutions.connector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What became of a load, with the exit code by which other programs tell. */
public enum Loaded {
    /** All of it was taken. */
    WHOLE(0),
    /** Nothing of it was taken. */
    NOT(1),
    /** It was taken, but parts of it were refused. */
    PARTLY(3),
    /** The portal knows it, and guests will not see it: it was discarded, a newer one took its place, or who knows. */
    ASIDE(1),
    /** Too many dishes are missing: guests do not see it until a manager has looked. */
    HELD(4);

    /** Guests see it now, or from the day change on. */
    private static final Set<String> SHOWN = Set.of("PUBLISHED", "STAGED", "PENDING", "UNCHANGED");

    private final int exitCode;

    Loaded(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    public boolean taken() {
        return this != NOT && this != ASIDE;
    }

    /** @param report the portal's, as it answers a load */
    public static Loaded of(Reply reply, JsonNode report) {
        if (!reply.ok()) return NOT;
        String state = report.path("state").asText("");
        if (state.equals("HELD")) return HELD;
        if (!SHOWN.contains(state)) return ASIDE;
        return report.path("refused").isEmpty() ? WHOLE : PARTLY;
    }

    /** The last line of a load's output. */
    public String words(JsonNode report, ConnectorTexts texts) {
        int refused = report.path("refused").size();
        String what =
                switch (this) {
                    case WHOLE -> texts.of("load.whole");
                    case NOT -> texts.of("load.not", refused);
                    case PARTLY -> texts.of("load.partly", refused);
                    case ASIDE ->
                        texts.of("load.aside", why(report.path("state").asText(""), texts));
                    case HELD ->
                        texts.of(
                                "load.held",
                                report.path("missing").path("dishes").asInt(),
                                report.path("missing").path("onSale").asInt());
                };
        return texts.of("load.result", what, exitCode);
    }

    private static String why(String state, ConnectorTexts texts) {
        return switch (state) {
            case "DISCARDED" -> texts.of("load.fate-discarded");
            case "SUPERSEDED" -> texts.of("load.fate-superseded");
            case "" -> texts.of("load.fate-unsaid");
            default -> texts.of("load.fate-other", state);
        };
    }

    /** Why nobody sees it, for the log, by the state in which the portal has it. */
    public static String fate(String state) {
        return switch (state) {
            case "DISCARDED" -> "somebody discarded this version in the portal";
            case "SUPERSEDED" -> "a newer version has taken the place of this one";
            case "" -> "the answer does not say what became of it";
            default -> "the portal calls it " + state;
        };
    }
}
