package de.hypersoft.esolutions.hostnames;

/**
 * Where a host name comes from. Search engines are shown the customer's own as soon as it works, else the vendor's
 * (T47).
 */
public enum DomainKind {
    OWN,
    VENDOR,
    DEMO
}
