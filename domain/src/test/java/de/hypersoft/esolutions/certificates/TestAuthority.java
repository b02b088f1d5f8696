package de.hypersoft.esolutions.certificates;

import java.io.IOException;
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
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority of our own for tests: roots, intermediates and leaves with anything wrong that a test asks for. */
public final class TestAuthority {

    public static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final AtomicLong SERIAL = new AtomicLong(0x1000);
    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private TestAuthority() {}

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair keys) {}

    /** Made once per name, for making keys is slow. */
    public static KeyPair keys(String algorithm, String size, String name) {
        return KEYS.computeIfAbsent(algorithm + size + name, ignored -> make(algorithm, size));
    }

    public static KeyPair ec(String name) {
        return keys("EC", "secp256r1", name);
    }

    public static KeyPair rsa(String name) {
        return keys("RSA", "2048", name);
    }

    public static Issued root(String name, Instant now) {
        return new Draft(name, ec(name))
                .authority()
                .valid(now.minus(Duration.ofDays(400)), 4000)
                .sign(null);
    }

    public static Issued intermediate(String name, Issued root, Instant now) {
        return new Draft(name, ec(name))
                .authority()
                .valid(now.minus(Duration.ofDays(300)), 2000)
                .sign(root);
    }

    public static Draft leaf(KeyPair keys, String... names) {
        return new Draft(names.length == 0 ? "nobody.example" : names[0], keys).names(names);
    }

    private static KeyPair make(String algorithm, String size) {
        try {
            boolean own = algorithm.equals("EC") && !size.startsWith("secp256r1") && !size.startsWith("secp384r1");
            KeyPairGenerator generator = own || algorithm.startsWith("Ed")
                    ? KeyPairGenerator.getInstance(algorithm, BOUNCY_CASTLE)
                    : KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) generator.initialize(new ECGenParameterSpec(size));
            else if (!algorithm.startsWith("Ed")) generator.initialize(Integer.parseInt(size));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What a certificate is to say. Valid from a day before the time given, for 90 days, unless it is told otherwise. */
    public static final class Draft {
        private final String subject;
        private final KeyPair keys;
        private final List<String> names = new ArrayList<>();
        private Instant from = Instant.EPOCH;
        private Instant until = Instant.EPOCH;
        private boolean authority;
        private @Nullable KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;
        private @Nullable String signature;
        private @Nullable ASN1ObjectIdentifier feature;
        private @Nullable KeyUsage usage;
        private boolean logged = true;

        public Draft(String subject, KeyPair keys) {
            this.subject = subject;
            this.keys = keys;
        }

        Draft names(String... more) {
            names.addAll(Arrays.asList(more));
            return this;
        }

        public Draft valid(Instant since, int days) {
            this.from = since;
            this.until = since.plus(Duration.ofDays(days));
            return this;
        }

        public Draft at(Instant now) {
            return valid(now.minus(Duration.ofDays(1)), 90);
        }

        public Draft authority() {
            this.authority = true;
            this.purpose = null;
            return this;
        }

        public Draft purpose(KeyPurposeId only) {
            this.purpose = only;
            return this;
        }

        /** @param bits of {@link KeyUsage} */
        Draft usage(int bits) {
            this.usage = new KeyUsage(bits);
            return this;
        }

        /** Without a proof that it stands in public logs. */
        Draft unlogged() {
            this.logged = false;
            return this;
        }

        public Draft signature(String algorithm) {
            this.signature = algorithm;
            return this;
        }

        Draft mustStaple() {
            this.feature = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
            return this;
        }

        /** @param issuer null for a self-signed one */
        public Issued sign(@Nullable Issued issuer) {
            try {
                X500Name name = new X500Name("CN=" + subject);
                X500Name by = issuer == null
                        ? name
                        : X500Name.getInstance(
                                issuer.certificate().getSubjectX500Principal().getEncoded());
                var builder = new JcaX509v3CertificateBuilder(
                        by,
                        BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(from),
                        Date.from(until),
                        name,
                        keys.getPublic());
                extend(builder);
                KeyPair signing = issuer == null ? keys : issuer.keys();
                var signer = new JcaContentSignerBuilder(signature == null ? usual(signing) : signature)
                        .setProvider(BOUNCY_CASTLE)
                        .build(signing.getPrivate());
                return new Issued(new JcaX509CertificateConverter().getCertificate(builder.build(signer)), keys);
            } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
                throw new AssertionError(e);
            }
        }

        private void extend(JcaX509v3CertificateBuilder builder) throws IOException {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!names.isEmpty())
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(names.stream()
                                .map(name -> new GeneralName(GeneralName.dNSName, name))
                                .toArray(GeneralName[]::new)));
            if (purpose != null) builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (logged && !authority)
                builder.addExtension(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2"), false, new DEROctetString(new byte[2]));
            if (usage != null) builder.addExtension(Extension.keyUsage, true, usage);
            if (feature != null)
                builder.addExtension(
                        feature, false, new DERSequence(new ASN1Encodable[] {new org.bouncycastle.asn1.ASN1Integer(5)
                        }));
        }

        private static String usual(KeyPair keys) {
            return switch (keys.getPublic().getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "Ed25519", "EdDSA" -> "Ed25519";
                case "DSA" -> "SHA256withDSA";
                default -> "SHA256withECDSA";
            };
        }
    }
}
