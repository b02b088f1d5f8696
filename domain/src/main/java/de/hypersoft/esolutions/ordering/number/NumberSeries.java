package de.hypersoft.esolutions.ordering.number;

import java.util.Locale;
import java.util.UUID;

/**
 * What counts up together.
 *
 * @param year of the location's calendar
 */
record NumberSeries(UUID tenant, int year) {

    String written(long number) {
        return written(year, number);
    }

    static String written(int year, long number) {
        return String.format(Locale.ROOT, "%04d-%06d", year, number);
    }
}
