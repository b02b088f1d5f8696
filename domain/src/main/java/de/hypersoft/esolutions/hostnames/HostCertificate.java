package de.hypersoft.esolutions.hostnames;

/** How far a host is with its certificate. Whether an ACTIVE one has expired is a matter of the clock, not of a state. */
public enum HostCertificate {
    NONE,
    /** Checked and stored, waiting to be activated. */
    STAGED,
    /** Activated, a real handshake has not shown it yet. */
    PROVING,
    /** Served, and seen by a real handshake. */
    ACTIVE,
    /** The first certificate of this host did not show in the handshake; the reason stands beside. */
    FAILED
}
