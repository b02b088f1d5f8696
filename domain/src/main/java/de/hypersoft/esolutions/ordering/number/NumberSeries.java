package de.hypersoft.esolutions.ordering.number;

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
        return padded(year, 4) + "-" + padded(number, 6);
    }

    /** By hand, like its hash: what the compiler makes of records costs more, and each order asks several times. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NumberSeries its && year == its.year && tenant.equals(its.tenant);
    }

    @Override
    public int hashCode() {
        return 31 * tenant.hashCode() + year;
    }

    private static String padded(long number, int digits) {
        String plain = Long.toString(number);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
