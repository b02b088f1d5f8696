package de.hypersoft.esolutions.bench.program;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting a while, which is what chaos and measurements are made of. */
public final class Delay {

    private Delay() {}

    public static void millis(long millis) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) throw new InterruptedException();
        }
    }
}
