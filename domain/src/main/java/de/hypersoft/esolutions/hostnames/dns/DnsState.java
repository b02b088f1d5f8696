package de.hypersoft.esolutions.hostnames.dns;

import de.hypersoft.esolutions.hostnames.HostCertificate;

/** What the name system says of a customer's own host; one of its two axes, the other is {@link HostCertificate}. */
public enum DnsState {
    /** Not asked yet, or the question failed. Says nothing against the host, and takes nothing down. */
    UNKNOWN,
    /** There is no record yet: the customer has to set it. */
    WAITING,
    /** The host points here. */
    RIGHT,
    /** The host points elsewhere, wholly or with one of its records. */
    WRONG
}
