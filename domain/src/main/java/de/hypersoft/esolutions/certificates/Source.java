package de.hypersoft.esolutions.certificates;

/** Where a certificate came from. */
public enum Source {
    /** The customer's own, handed in as a file. */
    UPLOAD,
    /** Obtained and renewed by this server. */
    ACME
}
