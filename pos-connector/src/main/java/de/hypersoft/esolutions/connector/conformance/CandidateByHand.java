package de.hypersoft.esolutions.connector.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** A program that a person starts, kills and whose data a person puts back, as the run asks for it. */
public final class CandidateByHand implements Candidate {

    private final Surroundings surroundings;
    private final PrintStream out;
    private final BufferedReader in;
    private boolean paired;
    private volatile boolean asking;

    /** @param in where the person presses Enter */
    public CandidateByHand(Surroundings surroundings, PrintStream out, BufferedReader in) {
        this.surroundings = surroundings;
        this.out = out;
        this.in = in;
    }

    @Override
    public void start() throws IOException {
        if (!paired) {
            out.println("portal:    " + surroundings.portal());
            out.println("PIN:       " + surroundings.pin());
            out.println("till core: " + surroundings.core());
            done("Pair your till with this portal and start it.");
        } else {
            done("Start your till again.");
        }
        paired = true;
    }

    @Override
    public void kill() throws IOException {
        if (paired) done("Kill your till as a power cut would (kill -9).");
    }

    @Override
    public void end() {
        out.println("The run is over; your till may be stopped.");
    }

    @Override
    public boolean waitsForAPerson() {
        return asking;
    }

    @Override
    public boolean keepsFolder() {
        return true;
    }

    @Override
    public void backUp() throws IOException {
        done("Make a copy of your till's data, while it does not run.");
    }

    @Override
    public void restore() throws IOException {
        done("Put back the copy of your till's data, while it does not run.");
    }

    private void done(String words) throws IOException {
        out.println("PLEASE " + words + " Then press Enter.");
        asking = true;
        try {
            answered();
        } finally {
            asking = false;
        }
    }

    private void answered() throws IOException {
        if (in.readLine() == null) throw new IOException("nobody is there to press Enter; see --candidate");
    }
}
