package de.hypersoft.esolutions.connector.desk;

import com.fasterxml.jackson.databind.JsonNode;
import de.hypersoft.esolutions.connector.wire.Reply;

/** What became of a load, with the exit code by which other programs tell. */
public enum Loaded {
    /** All of it was taken. */
    WHOLE(0),
    /** Nothing of it was taken. */
    NOT(1),
    /** It was taken, but parts of it were refused. */
    PARTLY(3),
    /** Too many dishes are missing: guests do not see it until a manager has looked. */
    HELD(4);

    private final int exitCode;

    Loaded(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    public boolean taken() {
        return this != NOT;
    }

    /** @param report the portal's, as it answers a load */
    static Loaded of(Reply reply, JsonNode report) {
        if (!reply.ok()) {
            return NOT;
        }
        if (report.path("state").asText().equals("HELD")) {
            return HELD;
        }
        return report.path("refused").isEmpty() ? WHOLE : PARTLY;
    }

    /** The last line of a load's output. */
    String words(JsonNode report) {
        int refused = report.path("refused").size();
        return "result: "
                + switch (this) {
                    case WHOLE -> "loaded, nothing refused";
                    case NOT -> "not loaded, " + refused + " refused; guests see what they saw";
                    case PARTLY -> "loaded, but " + refused + " refused; see above and mend them at the till";
                    case HELD ->
                        "held, " + report.path("missing").path("dishes").asInt() + " of "
                                + report.path("missing").path("onSale").asInt()
                                + " dishes would be missing; guests do not see it until a manager decides in the"
                                + " portal, under Sync";
                }
                + " (exit code " + exitCode + ")";
    }
}
