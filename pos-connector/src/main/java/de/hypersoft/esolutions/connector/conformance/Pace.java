package de.hypersoft.esolutions.connector.conformance;

import java.time.Duration;

/**
 * How a run takes its time.
 *
 * @param patience the longest wait for something that has to come
 * @param quiet how long nothing may come where nothing may come
 * @param passing lets time pass for the candidate: a clock moves, or one waits
 */
public record Pace(Duration patience, Duration quiet, Passing passing) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Passing {
        void pass(Duration time) throws InterruptedException;
    }
}
