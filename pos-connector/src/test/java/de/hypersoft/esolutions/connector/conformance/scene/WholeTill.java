package de.hypersoft.esolutions.connector.conformance.scene;

import de.hypersoft.esolutions.connector.conformance.Candidate;
import java.io.IOException;

/** A program of somebody else that is all in one: its book can be read only while it runs. */
record WholeTill(SmallTill till, SmallBook book) implements Candidate {

    @Override
    public void start() throws IOException {
        book.up();
        till.start();
    }

    @Override
    public void kill() throws InterruptedException {
        till.kill();
        book.down();
    }

    @Override
    public boolean keepsFolder() {
        return false;
    }

    @Override
    public void backUp() {
        throw new IllegalStateException("its data are its own");
    }

    @Override
    public void restore() {
        throw new IllegalStateException("its data are its own");
    }
}
