package de.hypersoft.esolutions.portal.days;

/** The orders that a day end found unfinished. */
final class CarriedPage {
    private CarriedPage() {}
}
