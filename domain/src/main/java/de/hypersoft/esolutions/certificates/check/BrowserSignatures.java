package de.hypersoft.esolutions.certificates.check;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * How a certificate has to be signed for browsers: Java's validator also knows Ed25519, DSA, SHA-3 and every form of
 * PSS, at which Chromium says ERR_CERT_INVALID.
 */
final class BrowserSignatures {

    private static final Set<ASN1ObjectIdentifier> PLAIN = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);

    /** The hashes of PSS, each with the one length of salt that goes with it. */
    private static final Map<ASN1ObjectIdentifier, Integer> SALTS = Map.of(
            NISTObjectIdentifiers.id_sha256,
            32,
            NISTObjectIdentifiers.id_sha384,
            48,
            NISTObjectIdentifiers.id_sha512,
            64);

    private BrowserSignatures() {}

    static boolean isKnown(X509Certificate certificate) {
        ASN1ObjectIdentifier algorithm = new ASN1ObjectIdentifier(certificate.getSigAlgOID());
        if (!algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) return PLAIN.contains(algorithm);
        byte[] parameters = certificate.getSigAlgParams();
        return parameters != null && isKnown(parameters);
    }

    private static boolean isKnown(byte[] parameters) {
        try {
            RSASSAPSSparams pss = RSASSAPSSparams.getInstance(parameters);
            AlgorithmIdentifier mask = pss.getMaskGenAlgorithm();
            ASN1ObjectIdentifier hash = pss.getHashAlgorithm().getAlgorithm();
            return mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                    && AlgorithmIdentifier.getInstance(mask.getParameters())
                            .getAlgorithm()
                            .equals(hash)
                    && SALTS.containsKey(hash)
                    && pss.getSaltLength().intValueExact() == SALTS.get(hash);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false; // whoever cannot read them cannot check them
        }
    }
}
