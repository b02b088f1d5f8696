package de.hypersoft.esolutions.http.pace;

import java.time.Duration;

/**
 * How long the other side of a connection may be waited for.
 *
 * @param grace so long in any case
 * @param bytesPerSecond what moves at this rate earns as much time again
 * @param most never longer
 */
public record TransferLimit(Duration grace, int bytesPerSecond, Duration most) {

    /** @return nanoseconds that may have been waited in all, when so many bytes have moved */
    long after(long bytes) {
        double earned = (double) bytes / bytesPerSecond * 1e9;
        return (long) Math.min(most.toNanos(), grace.toNanos() + earned);
    }
}
