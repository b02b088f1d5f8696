package de.hypersoft.esolutions.it;

import de.hypersoft.esolutions.tls.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A certificate made by OpenSSL, good for signatures only as those of Let's Encrypt are. */
record Issued(Path file, PrivateKey key, X509Certificate certificate) {

    static Issued ec(Path folder, String... hosts) {
        return made(folder, "EC", List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"), hosts);
    }

    static Issued rsa(Path folder, String... hosts) {
        return made(folder, "RSA", List.of("-newkey", "rsa:2048"), hosts);
    }

    List<X509Certificate> chain() {
        return List.of(certificate);
    }

    String sha256() {
        return Fingerprint.of(certificate);
    }

    private static Issued made(Path folder, String kind, List<String> newKey, String... hosts) {
        try {
            Path file = Files.createTempFile(folder, "issued", ".pem");
            Path key = Files.createTempFile(folder, "issued", ".key");
            List<String> command = new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "90"));
            command.addAll(newKey);
            command.addAll(List.of("-keyout", key.toString(), "-out", file.toString(), "-subj", "/CN=" + hosts[0]));
            command.addAll(List.of("-addext", "keyUsage=critical,digitalSignature"));
            command.addAll(List.of(
                    "-addext",
                    Stream.of(hosts)
                            .map(host -> "DNS:" + host)
                            .collect(Collectors.joining(",", "subjectAltName=", ""))));
            String said = OpenSsl.run("", command.toArray(String[]::new));
            if (Files.size(file) == 0) throw new AssertionError(said);
            Files.writeString(file, Files.readString(file) + Files.readString(key));
            return new Issued(file, key(kind, Files.readString(key)), certificate(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PrivateKey key(String kind, String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static X509Certificate certificate(byte[] pem) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }
}
