package de.hypersoft.esolutions.portal.locations;

/** The form of one location. */
final class LocationPage {
    private LocationPage() {}
}
