package de.hypersoft.esolutions.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the operator's own certificate (the wildcard of the vendor's zone) from PFX or PEM files. */
final class DefaultCertificate {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private DefaultCertificate() {}

    /**
     * @param keyFile of a PEM chain; null when the key is in the same file
     * @throws IOException when a file cannot be read or holds something else, in words for the operator
     */
    static ServerCertificate read(Path file, @Nullable Path keyFile, String password) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            if (!isPem(content)) return ofPfx(content, password);
            return ofPem(content, keyFile == null ? content : Files.readAllBytes(keyFile));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isPem(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    private static ServerCertificate ofPfx(byte[] content, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password.toCharArray());
            if (key instanceof PrivateKey own)
                return new ServerCertificate(own, x509(store.getCertificateChain(alias)));
        }
        throw new GeneralSecurityException("holds no private key");
    }

    private static ServerCertificate ofPem(byte[] chain, byte[] keyFile) throws GeneralSecurityException {
        String certificates = new String(chain, StandardCharsets.ISO_8859_1);
        byte[] fromFirst = certificates
                .substring(Math.max(0, certificates.indexOf("-----BEGIN CERTIFICATE-----")))
                .replaceAll(PRIVATE_KEY.pattern(), "")
                .getBytes(StandardCharsets.ISO_8859_1);
        List<X509Certificate> read =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(fromFirst))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        return new ServerCertificate(keyOf(new String(keyFile, StandardCharsets.ISO_8859_1)), read);
    }

    private static PrivateKey keyOf(String pem) throws GeneralSecurityException {
        Matcher key = PRIVATE_KEY.matcher(pem);
        if (!key.find())
            throw new GeneralSecurityException(
                    "no unencrypted PKCS #8 key (BEGIN PRIVATE KEY); \"openssl pkcs8 -topk8 -nocrypt\" makes one");
        byte[] der = Base64.getMimeDecoder().decode(key.group(1));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException notOfThatKind) {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        }
    }

    private static List<X509Certificate> x509(Certificate[] chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }
}
