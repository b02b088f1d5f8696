package de.hypersoft.esolutions.certificates.pfx;

import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.KEY_MISMATCH;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.KEY_TOO_LARGE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNREADABLE_CERTIFICATE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNSUPPORTED_CURVE;
import static de.hypersoft.esolutions.certificates.pfx.Finding.Kind.UNSUPPORTED_KEY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/** A private key of the file with the certificate it proved to belong to. */
public record PfxEntry(String name, PrivateKey key, X509Certificate leaf) {

    private static final int LARGEST_RSA = 8192;
    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String toString() {
        return "PfxEntry[" + name + "]"; // a key is shown nowhere
    }

    /**
     * Every key that has a certificate; a key without one, or of a kind that cannot be served, is passed over as long as
     * another has.
     *
     * @param kept keys that are here already, for files that bring none
     */
    public static List<PfxEntry> of(OpenedFile file, List<X509Certificate> certificates, List<PfxContext.Kept> kept)
            throws Unacceptable {
        if (certificates.isEmpty()) throw new Unacceptable(file.keys().isEmpty() ? file.keyless() : file.bare());
        return file.keys().isEmpty() ? ofKept(file, certificates, kept) : ofFile(file, certificates);
    }

    private static List<PfxEntry> ofFile(OpenedFile file, List<X509Certificate> certificates) throws Unacceptable {
        List<PfxEntry> entries = new ArrayList<>();
        Unacceptable trouble = new Unacceptable(KEY_MISMATCH);
        for (OpenedFile.Key given : file.keys()) {
            try {
                entries.addAll(of(given.name(), key(given), certificates));
            } catch (Unacceptable unusable) {
                trouble = unusable;
            }
        }
        if (entries.isEmpty()) throw trouble;
        return entries;
    }

    private static List<PfxEntry> ofKept(
            OpenedFile file, List<X509Certificate> certificates, List<PfxContext.Kept> kept) throws Unacceptable {
        List<PfxEntry> entries = new ArrayList<>();
        for (X509Certificate certificate : certificates)
            kept.stream()
                    .filter(one -> one.certified().equals(certificate.getPublicKey()))
                    .findFirst()
                    .flatMap(one -> one.key().get())
                    .ifPresent(key -> entries.addAll(of("", key, List.of(certificate))));
        if (entries.isEmpty()) throw new Unacceptable(file.keyless());
        return entries;
    }

    private static List<PfxEntry> of(String name, PrivateKey key, List<X509Certificate> certificates) {
        return certificates.stream()
                .filter(certificate -> pair(key, certificate.getPublicKey()))
                .map(certificate -> new PfxEntry(name, key, certificate))
                .toList();
    }

    public static List<X509Certificate> certificates(OpenedFile file) throws Unacceptable {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (X509CertificateHolder holder : file.certificates()) {
                X509Certificate one =
                        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
                if (!certificates.contains(one)) certificates.add(one);
            }
            return certificates;
        } catch (CertificateException | IOException e) {
            throw new Unacceptable(UNREADABLE_CERTIFICATE);
        }
    }

    private static PrivateKey key(OpenedFile.Key given) throws Unacceptable {
        ASN1ObjectIdentifier kind = given.key().getPrivateKeyAlgorithm().getAlgorithm();
        boolean rsa = PKCSObjectIdentifiers.rsaEncryption.equals(kind);
        if (!rsa && !X9ObjectIdentifiers.id_ecPublicKey.equals(kind))
            throw new Unacceptable(UNSUPPORTED_KEY, nameOf(kind));
        if (!rsa && !knownCurve(given.key())) throw new Unacceptable(UNSUPPORTED_CURVE);
        try {
            PrivateKey key = KeyFactory.getInstance(rsa ? "RSA" : "EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(given.key().getEncoded()));
            int bits = key instanceof RSAPrivateKey r ? r.getModulus().bitLength() : 0;
            if (bits > LARGEST_RSA) throw new Unacceptable(KEY_TOO_LARGE, String.valueOf(bits));
            return key;
        } catch (GeneralSecurityException | IOException e) {
            throw rsa ? new Unacceptable(UNSUPPORTED_KEY, "RSA") : new Unacceptable(UNSUPPORTED_CURVE);
        }
    }

    private static boolean knownCurve(PrivateKeyInfo key) {
        return key.getPrivateKeyAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                && CURVES.contains(curve);
    }

    private static String nameOf(ASN1ObjectIdentifier kind) {
        return switch (kind.getId()) {
            case "1.3.101.112" -> "Ed25519";
            case "1.3.101.113" -> "Ed448";
            case "1.2.840.10040.4.1" -> "DSA";
            case "1.2.840.113549.1.1.10" -> "RSA-PSS";
            default -> kind.getId();
        };
    }

    /** Signs with one and checks with the other: the only proof that both belong together. */
    public static boolean pair(PrivateKey key, PublicKey of) {
        if (key instanceof RSAPrivateKey one
                && !(of instanceof RSAPublicKey other && other.getModulus().equals(one.getModulus()))) return false;
        if (!(key instanceof RSAPrivateKey) && !(of instanceof ECPublicKey)) return false;
        byte[] challenge = new byte[32];
        RANDOM.nextBytes(challenge);
        try {
            Signature signature =
                    Signature.getInstance(key instanceof RSAPrivateKey ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(challenge);
            byte[] signed = signature.sign();
            signature.initVerify(of);
            signature.update(challenge);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
