package de.hypersoft.esolutions.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues test certificates the way Let's Encrypt does: EC leaves are for signatures only. */
final class Authority {

    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final Instant NOW = Instant.now();
    private static final AtomicInteger NEXT_RSA = new AtomicInteger();
    private static final Map<Integer, KeyPair> RSA = new ConcurrentHashMap<>();

    private final KeyPair keys = ec();
    private final X509Certificate certificate =
            signed(new X500Name("CN=Test Authority"), keys, new X500Name("CN=Test Authority"), keys, true, List.of());

    ServerCertificate ec(String... names) {
        return issue(ec(), names);
    }

    ServerCertificate rsa(String... names) {
        return issue(rsa(), names);
    }

    ServerCertificate issue(KeyPair pair, String... names) {
        X509Certificate leaf = signed(
                new X500Name("CN=Test Authority"), keys, new X500Name("CN=leaf"), pair, false, Arrays.asList(names));
        return new ServerCertificate(pair.getPrivate(), List.of(leaf, certificate));
    }

    static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** One of three: making each anew would cost a test half a second of a processor. */
    static KeyPair rsa() {
        return RSA.computeIfAbsent(NEXT_RSA.getAndIncrement() % 3, number -> newRsa());
    }

    private static KeyPair newRsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate signed(
            X500Name issuer, KeyPair by, X500Name subject, KeyPair pair, boolean authority, List<String> names) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(NOW.minus(Duration.ofDays(1))),
                    Date.from(NOW.plus(Duration.ofDays(90))),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, usage(pair, authority));
            if (!names.isEmpty()) builder.addExtension(Extension.subjectAlternativeName, false, alternative(names));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyUsage usage(KeyPair pair, boolean authority) {
        if (authority) return new KeyUsage(KeyUsage.keyCertSign);
        boolean rsa = pair.getPrivate().getAlgorithm().equals("RSA");
        return new KeyUsage(rsa ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment : KeyUsage.digitalSignature);
    }

    private static GeneralNames alternative(List<String> names) {
        List<GeneralName> all = new ArrayList<>();
        for (String name : names) {
            boolean address = name.matches("[0-9.]+");
            all.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }
}
