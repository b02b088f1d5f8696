package de.hypersoft.esolutions.connector.desk;

import de.hypersoft.esolutions.connector.wire.ConnectorTexts;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;

/** What the doctor finds, said line by line in one language. */
final class Findings {

    private final ConnectorTexts texts;
    private final Reasons reasons;
    private final PrintStream out;
    private boolean healthy = true;

    Findings(ConnectorTexts texts, PrintStream out) {
        this.texts = texts;
        this.reasons = new Reasons(texts);
        this.out = out;
    }

    boolean healthy() {
        return healthy;
    }

    ConnectorTexts texts() {
        return texts;
    }

    Reasons reasons() {
        return reasons;
    }

    /** @return true */
    boolean well(String check, Object... facts) {
        say("ok", "doctor." + check + ".ok", facts);
        return true;
    }

    /** Worth knowing, and no fault. @return true */
    boolean note(String check) {
        say("note", "doctor." + check + ".fix");
        return true;
    }

    /** @return false */
    boolean sick(String check, Object... facts) {
        healthy = false;
        say("wrong", "doctor." + check + ".fix", facts);
        return false;
    }

    private void say(String mark, String key, Object... facts) {
        int width = Stream.of("ok", "wrong", "note")
                .mapToInt(each -> texts.of("doctor.mark." + each).length())
                .max()
                .orElseThrow();
        String column = "%-" + width + "s %s%n";
        out.printf(column, texts.of("doctor.mark." + mark), texts.of(key, words(facts)));
    }

    /** As plain text: a message format would write a port as 8,080. */
    private Object[] words(Object... facts) {
        return Arrays.stream(facts)
                .map(fact -> fact instanceof Throwable failure ? reasons.of(failure) : String.valueOf(fact))
                .toArray();
    }
}
