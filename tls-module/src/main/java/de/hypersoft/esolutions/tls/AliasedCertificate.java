package de.hypersoft.esolutions.tls;

/** A certificate under the alias by which the handshake asks for its key and chain. */
record AliasedCertificate(String alias, ServerCertificate certificate, String fingerprint) {}
