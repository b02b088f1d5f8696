package de.hypersoft.esolutions.tls;

/** A certificate under the alias by which the handshake asks for its key and chain. */
record Entry(String alias, ServerCertificate certificate, String fingerprint) {}
