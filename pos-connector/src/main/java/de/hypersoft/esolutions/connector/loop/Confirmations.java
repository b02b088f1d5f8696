package de.hypersoft.esolutions.connector.loop;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** When each order was confirmed, in this run of the program only: after a restart every confirmation is old. */
final class Confirmations {

    /** A longer pause between confirmation and booking makes the till ask again. */
    static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Watch watch;
    private final Map<String, Watch.Moment> moments = new HashMap<>();
    private boolean expired;

    Confirmations(Watch watch) {
        this.watch = watch;
    }

    /** @param at when the question was sent that the portal answered with yes: the answer may have been long on its way */
    void note(String orderId, Watch.Moment at) {
        moments.put(orderId, at);
    }

    void forget(String orderId) {
        moments.remove(orderId);
    }

    /** The confirmation was not used in time: the portal has to be asked again. */
    void expire(String orderId) {
        expired |= moments.remove(orderId) != null;
    }

    /** Whether any expired since this was asked last. */
    boolean expired() {
        boolean any = expired;
        expired = false;
        return any;
    }

    boolean fresh(String orderId) {
        Watch.Moment moment = moments.get(orderId);
        return moment != null && watch.since(moment).compareTo(GOOD_FOR) <= 0;
    }
}
