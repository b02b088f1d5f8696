package de.hypersoft.esolutions.acme.authority;

/** How the authority is shown that a host is ours. */
public enum ChallengeKind {
    /** A token by plain HTTP on port 80 (RFC 8555). Works behind proxies, so it comes first. */
    HTTP_01,
    /** A self-signed certificate for ALPN {@code acme-tls/1} on port 443 (RFC 8737). */
    TLS_ALPN_01
}
