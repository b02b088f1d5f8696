package de.hypersoft.esolutions.certificates.check;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.INTERMEDIATE_ENDED;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.INTERMEDIATE_NOT_FOR_SERVERS;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.INTERMEDIATE_WEAK;

import de.hypersoft.esolutions.certificates.pfx.Finding;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What browsers demand of the certificates between leaf and root beside what Java's validator looks at: Chromium answers
 * ERR_CERT_INVALID to an issuer whose extended key usage is for something else than servers.
 */
final class IssuerRules {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int SHORTEST_RSA = 2048;
    private static final int CERTIFICATE_SIGNING = 5;

    private IssuerRules() {}

    static List<Finding> check(Chain chain, Instant moment) {
        List<Finding> findings = new ArrayList<>();
        for (X509Certificate issuer : chain.issuers()) {
            String name = issuer.getSubjectX500Principal().getName();
            if (!Validity.until(issuer).isAfter(moment))
                findings.add(Finding.of(
                        INTERMEDIATE_ENDED, name, Validity.until(issuer).toString()));
            if (!isForServers(issuer)) findings.add(Finding.of(INTERMEDIATE_NOT_FOR_SERVERS, name));
            if (isWeak(issuer))
                findings.add(Finding.of(
                        INTERMEDIATE_WEAK,
                        name,
                        issuer.getSigAlgName(),
                        CertificateFacts.keyType(issuer.getPublicKey()) + " "
                                + CertificateFacts.bits(issuer.getPublicKey())));
        }
        return findings;
    }

    /** It is an authority, and nothing forbids it to sign certificates. */
    static boolean mayIssue(X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        return issuer.getBasicConstraints() >= 0 && (usage == null || usage[CERTIFICATE_SIGNING]);
    }

    /** Also when nothing is said about it. */
    static boolean isForServers(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.contains(SERVER_AUTH) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** RSASSA-PSS is a kind of key of its own, which no browser takes. */
    private static boolean isWeak(X509Certificate issuer) {
        String type = CertificateFacts.keyType(issuer.getPublicKey());
        boolean rsa = type.equals("RSA")
                && issuer.getPublicKey().getAlgorithm().equals("RSA")
                && CertificateFacts.bits(issuer.getPublicKey()) >= SHORTEST_RSA;
        return !BrowserSignatures.isKnown(issuer) || !(rsa || type.equals("EC"));
    }
}
