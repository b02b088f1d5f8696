package de.hypersoft.esolutions.bench.load.wire;

import java.io.IOException;

/** An answer that is not what was asked for: as much an error as none. */
public final class WrongAnswer extends IOException {

    public WrongAnswer(String what, Answer answer) throws IOException {
        super(what + ": " + answer.status() + " " + start(answer.text()));
    }

    private static String start(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
