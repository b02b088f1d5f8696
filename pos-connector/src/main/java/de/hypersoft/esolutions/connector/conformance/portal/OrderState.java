package de.hypersoft.esolutions.connector.conformance.portal;

/** Where an order stands between portal and till, in the words of docs/handover.md. */
public enum OrderState {
    PENDING,
    CLAIMED,
    TRANSFERRED_AUTO,
    TRANSFERRED_MANUAL,
    WITHDRAWN
}
