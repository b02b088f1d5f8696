package de.hypersoft.esolutions.certificates;

/** Where one certificate stands; see {@link Certificate} for its life. */
public enum CertificateState {
    /** Checked and stored; nobody is served with it. */
    STAGED,
    /** Activated; a handshake against ourselves has to show it before the old one may go. */
    PROVING,
    /** Served. At most one per host. */
    ACTIVE,
    /** Was served until another one was proven; can be rolled back to while its key is kept. */
    RETIRED,
    /** The handshake did not show it; the old one is served on. */
    FAILED,
    /** Given up with its host or thrown away; its key is destroyed. */
    RELEASED;

    /** Shown to visitors, or about to be. */
    boolean served() {
        return this == ACTIVE || this == PROVING;
    }
}
