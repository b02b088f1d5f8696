package de.hypersoft.esolutions.certificates.check;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What is written down of a chain, leaf first.
 *
 * @param names DNS names of the leaf, lower case; the common name counts for nothing, as in browsers
 * @param keyBits length of the modulus, or of the curve's field
 */
public record CertificateFacts(
        String sha256,
        String serial,
        String issuer,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        String keyType,
        int keyBits,
        String chainPem) {

    private static final int DNS_NAME = 2;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public CertificateFacts {
        names = List.copyOf(names);
    }

    public static CertificateFacts of(List<X509Certificate> chain) {
        X509Certificate leaf = chain.get(0);
        String issuer = leaf.getIssuerX500Principal().getName();
        return new CertificateFacts(
                sha256(leaf),
                hex(leaf.getSerialNumber()),
                issuer.length() > 400 ? issuer.substring(0, 400) : issuer,
                namesOf(leaf),
                Validity.from(leaf),
                Validity.until(leaf),
                keyType(leaf.getPublicKey()),
                bits(leaf.getPublicKey()),
                pem(chain));
    }

    static List<String> namesOf(X509Certificate leaf) {
        try {
            Collection<List<?>> all = leaf.getSubjectAlternativeNames();
            if (all == null) return List.of();
            return all.stream()
                    .filter(name -> name.get(0).equals(DNS_NAME))
                    .map(name -> ((String) name.get(1)).toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of(); // a name list that cannot be read covers no name
        }
    }

    /** Exact, or a wildcard for exactly one label (RFC 6125); never the bare domain. */
    public static boolean covers(Collection<String> names, String host) {
        int dot = host.indexOf('.');
        return names.contains(host) || (dot > 0 && names.contains("*" + host.substring(dot)));
    }

    public static List<X509Certificate> chain(String pem) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return factory
                    .generateCertificates(
                            new ByteArrayInputStream(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored chain cannot be read", e);
        }
    }

    public static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    public static String keyType(PublicKey key) {
        return key instanceof RSAPublicKey ? "RSA" : key instanceof ECPublicKey ? "EC" : key.getAlgorithm();
    }

    public static int bits(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) return rsa.getModulus().bitLength();
        if (key instanceof ECPublicKey ec)
            return ec.getParams().getCurve().getField().getFieldSize();
        return 0;
    }

    private static String hex(BigInteger serial) {
        String digits = serial.toString(16);
        return digits.length() > 64 ? digits.substring(0, 64) : digits;
    }

    private static String pem(List<X509Certificate> chain) {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate certificate : chain)
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(LINES.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
        return pem.toString();
    }
}
