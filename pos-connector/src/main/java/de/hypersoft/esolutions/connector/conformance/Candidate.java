package de.hypersoft.esolutions.connector.conformance;

import java.io.IOException;

/** The program that is tried. */
public interface Candidate {

    /** Starts it on what its data folder holds; the first time it pairs, too. */
    void start() throws IOException, InterruptedException;

    /** Ends it as a power cut would, and returns when it is gone. */
    void kill() throws IOException, InterruptedException;

    /** The run is over. */
    default void end() throws IOException, InterruptedException {
        kill();
    }

    /** Whether a person is being asked for something: their time is not the program's. */
    default boolean waitsForAPerson() {
        return false;
    }

    /** Whether its data folder can be copied and put back. */
    boolean keepsFolder();

    /** Copies its data folder; only while it does not run. */
    void backUp() throws IOException, InterruptedException;

    /** Puts the copy back; only while it does not run. */
    void restore() throws IOException, InterruptedException;
}
