package de.hypersoft.esolutions.acme.authority;

import java.time.Duration;
import java.time.Instant;

/**
 * When the authority would like a certificate to be renewed (ARI, RFC 9773).
 *
 * @param askAgain after how long it is to be asked again
 */
public record RenewalWindow(Instant from, Instant until, Duration askAgain) {}
