package de.hypersoft.esolutions.portal.tills;

/** The orders that a till acknowledged and did not book. */
final class OwedPage {
    private OwedPage() {}
}
