package de.hypersoft.esolutions.certificates;

/** Where a certificate came from. An uploaded one goes before one obtained automatically. */
public enum Source {
    UPLOAD,
    ACME
}
