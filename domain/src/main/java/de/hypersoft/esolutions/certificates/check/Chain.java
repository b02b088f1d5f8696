package de.hypersoft.esolutions.certificates.check;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A leaf with its issuers in order, as far as they are known, without the root.
 *
 * @param root null when nobody knows the root
 * @param isPublic whether the root is one that browsers know
 * @param added issuers that were not in the file: from other customers' chains, or from the list of public ones
 */
record Chain(
        List<X509Certificate> links, @Nullable X509Certificate root, boolean isPublic, List<X509Certificate> added) {

    Chain {
        links = List.copyOf(links);
        added = List.copyOf(added);
    }

    X509Certificate leaf() {
        return links.get(0);
    }

    X509Certificate top() {
        return links.get(links.size() - 1);
    }

    List<X509Certificate> issuers() {
        return links.subList(1, links.size());
    }

    /** The first of its certificates that stops to be valid. */
    Instant until() {
        return links.stream().map(Validity::until).min(Instant::compareTo).orElseThrow();
    }

    /** @return why a strict client would not walk this chain as far up as it is known; empty when it would */
    Optional<String> fault(Instant now) {
        if (!issuers().stream().allMatch(IssuerRules::mayIssue)) return Optional.of("NOT_CA_CERT");
        if (root != null) return fault(links, root, now);
        return issuers().isEmpty() ? Optional.empty() : fault(links.subList(0, links.size() - 1), top(), now);
    }

    private static Optional<String> fault(List<X509Certificate> links, X509Certificate anchor, Instant now) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            Validity.at(parameters, now);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(links), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(String.valueOf(e.getReason()));
        } catch (GeneralSecurityException e) {
            return Optional.of("UNSPECIFIED");
        }
    }

    static boolean signs(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) return false;
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean selfSigned(X509Certificate certificate) {
        return signs(certificate, certificate);
    }
}
