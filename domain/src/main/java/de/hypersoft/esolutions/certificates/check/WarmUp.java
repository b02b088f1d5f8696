package de.hypersoft.esolutions.certificates.check;

import de.hypersoft.esolutions.certificates.pfx.PfxContext;
import de.hypersoft.esolutions.hostnames.HostName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens one file of its own beside the start, so that whoever uploads the first one does not wait until everything that
 * is needed for it is loaded. On a thread of its own that yields to all others; it holds nothing and stores nothing.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final String NAME = "warm-up.invalid";
    private static final char[] PASSWORD = NAME.toCharArray(); // of a file that nobody else ever sees

    private final PublicRoots roots;
    private final Clock clock;
    private final AtomicBoolean begun = new AtomicBoolean();

    @Inject
    WarmUp(PublicRoots roots, Clock clock) {
        this.roots = roots;
        this.clock = clock;
    }

    /** Each web module says so when it starts; the first one counts. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (begun.getAndSet(true)) return;
        Thread thread = new Thread(this::runOrSay, "certificates-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void runOrSay() {
        try {
            run();
        } catch (GeneralSecurityException | IOException | OperatorCreationException | RuntimeException e) {
            LOG.warn("the first uploads of certificates will be slower: {}", e.toString());
        }
    }

    /** @return what was found in the file: that its certificate is signed by nobody else, and no more */
    PfxReport run() throws GeneralSecurityException, IOException, OperatorCreationException {
        HostName host = new HostName(NAME);
        PfxContext context = new PfxContext(host, null, List.of(), List.of(), null, clock.instant());
        return PfxCheck.run(file(), PASSWORD.clone(), context, roots).report();
    }

    private static byte[] file() throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(NAME, pair.getPrivate(), PASSWORD, new Certificate[] {certificate(pair)});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        store.store(file, PASSWORD);
        return file.toByteArray();
    }

    private static X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=" + NAME);
        return new JcaX509CertificateConverter()
                .getCertificate(new X509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                new Time(new DERUTCTime("200101000000Z")),
                                new Time(new DERUTCTime("490101000000Z")),
                                name,
                                SubjectPublicKeyInfo.getInstance(
                                        pair.getPublic().getEncoded()))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
