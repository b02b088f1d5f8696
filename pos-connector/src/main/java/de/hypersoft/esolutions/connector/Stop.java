package de.hypersoft.esolutions.connector;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the till is to stop, told to all its threads. */
final class Stop {

    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean failed;

    void ask() {
        asked.countDown();
    }

    /** Stop, because it can not go on. */
    void fail() {
        failed = true;
        asked.countDown();
    }

    boolean asked() {
        return asked.getCount() == 0;
    }

    boolean failed() {
        return failed;
    }

    /** Waits so long, or until it is asked to stop. @return whether it was */
    boolean awaited(Duration longest) throws InterruptedException {
        return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
