package de.hypersoft.esolutions.bench;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority with one intermediate. Keys of leaves come from a pool of 32 of each kind: making 10,000 takes hours. */
final class Issuer {

    private static final int POOL = 32;
    private static final Instant NOW = Instant.now();

    private final KeyPair rootKeys = ec();
    private final KeyPair keys = ec();
    private final X509Certificate intermediate =
            signed("CN=Bench Root", rootKeys.getPrivate(), "CN=Bench Authority", keys, true, "");
    private final List<KeyPair> ec = new ArrayList<>();
    private final List<KeyPair> rsa = new ArrayList<>();
    private long serial = 1;

    /** A chain of leaf and intermediate, with the leaf's key. */
    record Issued(PrivateKey key, List<X509Certificate> chain) {}

    Issuer() {
        for (int i = 0; i < POOL; i++) {
            ec.add(ec());
            rsa.add(rsa());
        }
    }

    Issued issue(boolean rsaKey, String host) {
        KeyPair pair = (rsaKey ? rsa : ec).get((int) (serial % POOL));
        X509Certificate leaf = signed("CN=Bench Authority", keys.getPrivate(), "CN=" + host, pair, false, host);
        return new Issued(pair.getPrivate(), List.of(leaf, intermediate));
    }

    private X509Certificate signed(
            String issuer, PrivateKey by, String subject, KeyPair pair, boolean authority, String host) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(serial++),
                    Date.from(NOW.minus(Duration.ofDays(1))),
                    Date.from(NOW.plus(Duration.ofDays(90))),
                    new X500Name(subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!host.isEmpty())
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("no certificate for " + host, e);
        }
    }

    private static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has P-256", e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has RSA", e);
        }
    }
}
