package de.hypersoft.esolutions.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what must happen soon: asks again every 50 ms, up to a deadline that is an error and not a result. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Eventually() {}

    /** Returns the first answer that fits, within 20 s. */
    public static <T> T eventually(String what, Supplier<T> question, Predicate<T> fits) {
        return within(PATIENCE, what, question, fits);
    }

    /** Returns the first answer that fits; what the last one was is in the error. */
    public static <T> T within(Duration limit, String what, Supplier<T> question, Predicate<T> fits) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            T answer = question.get();
            if (fits.test(answer)) return answer;
            if (System.nanoTime() > deadline)
                throw new AssertionError("Not within " + limit + ": " + what + ". Last answer: " + answer);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** The assertion must hold at some moment within 20 s; otherwise its last failure is thrown. */
    public static void eventually(Runnable assertion) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) throw notYet;
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }
}
