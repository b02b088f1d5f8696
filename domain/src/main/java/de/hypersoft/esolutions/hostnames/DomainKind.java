package de.hypersoft.esolutions.hostnames;

/** Where a host name comes from; links for search engines prefer the customer's own, then the vendor's (T47). */
public enum DomainKind {
    OWN,
    VENDOR,
    DEMO
}
