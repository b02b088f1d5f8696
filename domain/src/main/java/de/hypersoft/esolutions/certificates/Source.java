package de.hypersoft.esolutions.certificates;

/** Where a certificate came from. */
public enum Source {
    UPLOAD
}
