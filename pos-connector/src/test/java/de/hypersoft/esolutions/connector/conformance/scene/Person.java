package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Candidate;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody who reads what the run asks for, does it with a till, and presses Enter. */
final class Person extends BufferedReader {

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final List<String> did = new ArrayList<>();
    private final Candidate till;

    Person(Candidate till) {
        super(Reader.nullReader());
        this.till = till;
    }

    /** What the run says. */
    PrintStream screen() {
        return new PrintStream(read, true, StandardCharsets.UTF_8);
    }

    /** What was asked for, in the order in which it was done. */
    List<String> did() {
        return did;
    }

    /** Switches the till off, when all is over. */
    void leaves() throws IOException, InterruptedException {
        till.kill();
    }

    @Override
    public String readLine() throws IOException {
        String asked = read.toString(StandardCharsets.UTF_8).lines().reduce("", (before, line) -> line);
        read.reset();
        did.add(asked);
        try {
            if (asked.startsWith("PLEASE Pair your till") || asked.startsWith("PLEASE Start your till")) till.start();
            else if (asked.startsWith("PLEASE Kill your till")) till.kill();
            else if (asked.startsWith("PLEASE Make a copy")) till.backUp();
            else if (asked.startsWith("PLEASE Put back the copy")) till.restore();
            else throw new IOException("nobody would know what to do: " + asked);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
        return "";
    }
}
