package de.hypersoft.esolutions.acme.authority;

import java.util.Locale;

/** Why there is no automatic certificate yet; each has a sentence and a remedy in the portal. */
public enum AcmeFailure {
    /** The authority cannot be reached from here. */
    UNREACHABLE,
    /** The authority has trouble of its own. */
    SERVER,
    /** It wants its terms agreed to. */
    TERMS,
    /** It does not know our account, or wants one that was arranged beforehand. */
    ACCOUNT,
    /** It does not take our contact address. */
    CONTACT,
    /** Too many orders; it says when to come again. */
    RATE_LIMITED,
    /** It issues nothing for this name. */
    REJECTED_IDENTIFIER,
    /** A CAA record of the domain names other authorities only. */
    CAA,
    /** The name system did not answer it. */
    DNS,
    /** It did not get through to our port 80 or 443. */
    CONNECTION,
    /** It got through and met a wrong answer: somebody else's server. */
    UNAUTHORIZED,
    /** As {@link #UNAUTHORIZED}, in the words of some authorities. */
    INCORRECT_RESPONSE,
    /** The handshake with us failed. */
    TLS,
    /** An order that did not end. */
    TIMEOUT,
    /** The certificate it made would not be taken as an upload either. */
    OWN_CHECK,
    /** Our own handshake did not show it. */
    PROOF,
    /** Anything else; its own words tell. */
    REFUSED;

    /** Stable, kebab-case; key of its sentence and, with {@code .fix}, of its remedy. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Nobody's fault here and over by itself soon: may be tried again soon. */
    public boolean passing() {
        return this == UNREACHABLE || this == SERVER;
    }

    /** The other kind of challenge may succeed where this one did not. */
    public boolean anotherWay() {
        return this == CONNECTION
                || this == UNAUTHORIZED
                || this == INCORRECT_RESPONSE
                || this == TLS
                || this == REFUSED;
    }
}
