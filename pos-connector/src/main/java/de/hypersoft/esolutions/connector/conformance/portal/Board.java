package de.hypersoft.esolutions.connector.conformance.portal;

/** Where whoever waits for something hears that something happened. */
public final class Board {

    public synchronized void changed() {
        notifyAll();
    }

    /** Returns at the next change, and at the latest after so many milliseconds. */
    public synchronized void awaitChange(long longest) throws InterruptedException {
        wait(longest);
    }
}
