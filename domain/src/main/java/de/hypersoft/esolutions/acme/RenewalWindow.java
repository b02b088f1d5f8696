package de.hypersoft.esolutions.acme;

import java.time.Duration;
import java.time.Instant;

/**
 * When the authority would like a certificate to be renewed (ARI, RFC 9773).
 *
 * @param askAgain after how long it is to be asked again
 */
record RenewalWindow(Instant from, Instant until, Duration askAgain) {}
