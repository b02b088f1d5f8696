package de.hypersoft.esolutions.certificates;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A leaf with its issuers in order, as far as they are known, without the root.
 *
 * @param root null when nobody knows the root
 * @param added issuers that were not in the file but are known from other customers' chains
 */
record Chain(List<X509Certificate> links, @Nullable X509Certificate root, List<X509Certificate> added) {

    private static final int LONGEST = 8;

    Chain {
        links = List.copyOf(links);
        added = List.copyOf(added);
    }

    /** @param given from the file; {@code known} intermediates are asked only where the file has none */
    static Chain build(
            X509Certificate leaf,
            Collection<X509Certificate> given,
            Collection<X509Certificate> known,
            PublicRoots roots) {
        List<X509Certificate> links = new ArrayList<>(List.of(leaf));
        List<X509Certificate> added = new ArrayList<>();
        X509Certificate top = leaf;
        while (links.size() < LONGEST && !selfSigned(top)) {
            Optional<X509Certificate> next = issuer(top, given, links);
            if (next.isEmpty()) {
                if (roots.signerOf(top).isPresent()) break;
                next = issuer(top, known, links);
                next.ifPresent(added::add);
            }
            if (next.isEmpty()) break;
            top = next.get();
            links.add(top);
        }
        boolean rootGiven = links.size() > 1 && selfSigned(top);
        if (rootGiven) links.remove(top);
        X509Certificate last = links.get(links.size() - 1);
        return new Chain(links, rootGiven ? top : roots.signerOf(last).orElse(null), added);
    }

    X509Certificate leaf() {
        return links.get(0);
    }

    X509Certificate top() {
        return links.get(links.size() - 1);
    }

    /** @return why a strict client would not walk this chain up to the root; empty when it would */
    Optional<String> fault(Instant now) {
        if (root == null) return Optional.empty();
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
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

    private static Optional<X509Certificate> issuer(
            X509Certificate of, Collection<X509Certificate> among, List<X509Certificate> used) {
        return among.stream()
                .filter(candidate -> !used.contains(candidate) && signs(candidate, of))
                .findFirst();
    }
}
