package de.hypersoft.esolutions.certificates.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities that browsers know; the Java runtime's list stands for theirs. */
@ApplicationScoped
public class PublicRoots {

    private final List<X509Certificate> roots;
    private final PublicIntermediates intermediates;

    @Inject
    public PublicRoots(PublicIntermediates intermediates) {
        this(ofRuntime(), intermediates);
    }

    public PublicRoots(List<X509Certificate> roots) {
        this(roots, PublicIntermediates.none());
    }

    public PublicRoots(List<X509Certificate> roots, PublicIntermediates intermediates) {
        this.roots = List.copyOf(roots);
        this.intermediates = intermediates;
    }

    /** Listed intermediates that may have signed this certificate, and may serve a browser at that moment. */
    List<X509Certificate> intermediatesFor(X509Certificate certificate, Instant moment) {
        return intermediates.issuersOf(certificate).stream()
                .filter(one -> !Validity.from(one).isAfter(moment)
                        && Validity.until(one).isAfter(moment)
                        && IssuerRules.isForServers(one))
                .toList();
    }

    /** The public root that signed this certificate, or is it. */
    Optional<X509Certificate> signerOf(X509Certificate certificate) {
        return roots.stream()
                .filter(root -> root.equals(certificate) || Chain.signs(root, certificate))
                .findFirst();
    }

    boolean holds(X509Certificate root) {
        return roots.contains(root);
    }

    Set<TrustAnchor> anchors() {
        return roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }

    private static List<X509Certificate> ofRuntime() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            List<X509Certificate> roots = new ArrayList<>();
            for (TrustManager manager : factory.getTrustManagers())
                if (manager instanceof X509TrustManager x509) roots.addAll(List.of(x509.getAcceptedIssuers()));
            return roots;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no list of authorities", e);
        }
    }
}
