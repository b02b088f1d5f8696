package de.hypersoft.esolutions.certificates.request;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemReader;

/** Certificate signing requests (RFC 2986) as authorities take them: PEM, all names as alternative names. */
final class Pkcs10 {

    /** X.520 allows no more in a common name, which counts for nothing in browsers; some authorities still read it. */
    private static final int LONGEST_COMMON_NAME = 64;

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pkcs10() {}

    /** @param names at least one, in ASCII */
    static String pem(KeyPair keys, RequestedKey kind, List<String> names) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(names.stream()
                            .map(name -> new GeneralName(GeneralName.dNSName, name))
                            .toArray(GeneralName[]::new)));
            byte[] request = new JcaPKCS10CertificationRequestBuilder(subject(names.get(0)), keys.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                    .build(new JcaContentSignerBuilder(kind.signature()).build(keys.getPrivate()))
                    .getEncoded();
            return "-----BEGIN CERTIFICATE REQUEST-----\n" + LINES.encodeToString(request)
                    + "\n-----END CERTIFICATE REQUEST-----\n";
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a request for " + names + " cannot be written", e);
        }
    }

    static PublicKey publicKey(String pem) {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            return new JcaPKCS10CertificationRequest(reader.readPemObject().getContent()).getPublicKey();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a stored request cannot be read", e);
        }
    }

    static List<String> names(String pem) {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            GeneralNames names = GeneralNames.fromExtensions(
                    new JcaPKCS10CertificationRequest(reader.readPemObject().getContent()).getRequestedExtensions(),
                    Extension.subjectAlternativeName);
            return Arrays.stream(names.getNames())
                    .map(name -> name.getName().toString())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("a stored request cannot be read", e);
        }
    }

    private static X500Name subject(String name) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
        if (name.length() <= LONGEST_COMMON_NAME) subject.addRDN(BCStyle.CN, name);
        return subject.build();
    }
}
