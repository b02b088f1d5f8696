package de.hypersoft.esolutions.connector.conformance.portal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Decides what becomes of each call; may take its time, and may move orders meanwhile. */
@FunctionalInterface
public interface Weather {

    Weather FAIR = call -> Treatment.PASS;
    /** Nothing gets through. */
    Weather OUTAGE = call -> Treatment.LOSE_REQUEST;

    Treatment of(Call call) throws InterruptedException;

    /** The first call of this kind is treated so, all others pass. */
    static Weather once(Predicate<Call> which, Treatment treatment) {
        AtomicBoolean over = new AtomicBoolean();
        return call -> which.test(call) && over.compareAndSet(false, true) ? treatment : Treatment.PASS;
    }

    /** All calls of this kind are treated so. */
    static Weather each(Predicate<Call> which, Treatment treatment) {
        return call -> which.test(call) ? treatment : Treatment.PASS;
    }
}
