package de.hypersoft.esolutions.ordering;

/** Where an order was typed in. */
public enum Channel {
    WEB,
    API
}
