package de.hypersoft.esolutions.reporting;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where an order stands in the sums. Day and hour are those of the location's rule when it was counted, and stay.
 *
 * @param day the business day on which it was placed
 * @param hour on the clock at the location, 0 to 23
 */
record Counted(UUID order, LocalDate day, int hour, GuestKind guest, Outcome outcome) {

    Counted with(Outcome later) {
        return new Counted(order, day, hour, guest, later);
    }
}
