package de.hypersoft.esolutions.portal.tills;

/** Shows a PIN, once. */
final class PinPage {
    private PinPage() {}
}
