package de.hypersoft.esolutions.http.pace;

/**
 * One direction of one request: bytes that moved, against the time that was waited for them. Only waiting counts, so a
 * server that is busy itself blames nobody. Times are those of {@link System#nanoTime()}.
 */
final class TransferPace {

    private static final int PAID_BACK = 4;

    private TransferLimit patience;
    private long bytes;
    private long waited;
    private boolean waiting;
    private long since;
    private boolean everWaited;

    TransferPace(TransferLimit patience) {
        this.patience = patience;
    }

    /** From now on another patience holds, for what is past too. */
    void become(TransferLimit other) {
        patience = other;
    }

    /** Nothing moves, and it is not our fault. */
    void waits(long now) {
        if (waiting) return;
        // A page that listens for hours may be out of reach now and then: a quarter of the quiet time is forgiven.
        if (everWaited) waited = Math.max(0, waited - (now - since) / PAID_BACK);
        waiting = true;
        everWaited = true;
        since = now;
    }

    /** What went before anybody had to wait lies in the buffers of the network, and earns nothing. */
    void moved(long more, long now) {
        if (everWaited) bytes += more;
        if (!waiting) return;
        waiting = false;
        waited += now - since;
        since = now;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** @return nanoseconds until the patience ends, with this one wait or with all of them; 0 or less when it has */
    long left(long now) {
        long here = waiting ? now - since : 0;
        return Math.min(patience.after(bytes) - waited, patience.after(0)) - here;
    }
}
