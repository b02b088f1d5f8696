package de.hypersoft.esolutions.certificates.serving;

/**
 * A host is to be served otherwise: a wake-up for this node, to be observed only after the commit. Other nodes read the
 * change log; so does this one when the wake-up is lost.
 */
public record CertificatesChanged(String host) {}
