package de.hypersoft.esolutions.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What customers send, as each program writes it: each with a certificate of its own. */
final class CustomerFiles {

    private static final String SERVING = "keyUsage=critical,digitalSignature,keyEncipherment";
    private static final String[] TRIPLE_DES = {
        "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"
    };

    private final TestPki pki;
    private final String host;
    private final String password;

    /** @param pki with an issuer "listed", which is on the list of intermediates */
    CustomerFiles(TestPki pki, String host, String password) {
        this.pki = pki;
        this.host = host;
        this.password = password;
    }

    /**
     * @param files that are chosen together
     * @param serial of the certificate, as OpenSSL writes it
     * @param said of it, beside that no browser but ours knows the root
     */
    record Sent(String name, List<Path> files, String serial, List<String> said) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One of each way by which a certificate, its key and its chain come together. The P7B needs the key of the first. */
    List<Sent> kinds() throws IOException {
        List<Sent> all = new ArrayList<>();
        all.add(sent("openssl", pfx("openssl")));
        all.add(sent("windows", WindowsPfx.of(pfx("windows"))));
        rsa("apart", "middle");
        all.add(new Sent(
                "apart",
                List.of(pki.file("apart.csr"), pki.file("apart.key"), pki.file("middle.pem"), pki.file("apart.pem")),
                pki.serial("apart"),
                List.of("key-unprotected", "file-left-out")));
        rsa("alone", "listed");
        all.add(sent("alone", pki.pfxBy("alone", "alone", password), "intermediate-from-list"));
        all.add(sent("p7b", pki.renewed("p7b", "openssl"), "key-was-here"));
        return all;
    }

    /** What other programs write. In this order: after those that were made once any other ends earlier. */
    List<Sent> programs() throws IOException {
        List<Sent> all = new ArrayList<>();
        all.add(sent("openssl-legacy", pfx("openssl-legacy", "-legacy"), "old-encryption"));
        all.add(sent("openssl-3des", pfx("openssl-3des", TRIPLE_DES), "old-encryption"));
        all.add(sent("openssl-rounds", pfx("openssl-rounds", "-iter", "600000", "-macalg", "sha512")));
        all.add(sent("keytool", keytool(pfx("keytool"))));
        all.add(sent("base64", base64(pfx("base64"))));
        rsa("pem", "middle");
        all.add(sent("pem", pki.pem("pem", "middle"), "key-unprotected"));
        all.add(made("nss", "root-dropped"));
        all.add(made("gnutls"));
        all.add(made("pbmac1"));
        return all;
    }

    private Path pfx(String name, String... options) {
        rsa(name, "middle");
        return pki.pfx(name, password, options);
    }

    private void rsa(String name, String issuer) {
        pki.rsa(name, host, issuer, SERVING);
    }

    private Sent sent(String name, Path file, String... said) {
        return new Sent(name, List.of(file), pki.serial(name), List.of(said));
    }

    private Path keytool(Path pfx) throws IOException {
        Path made = pfx.resolveSibling("keytool-own.p12");
        Files.deleteIfExists(made);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-importkeystore",
                        "-noprompt",
                        "-srckeystore",
                        pfx.toString(),
                        "-srcstorepass",
                        password,
                        "-destkeystore",
                        made.toString(),
                        "-deststoretype",
                        "PKCS12",
                        "-deststorepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new AssertionError("keytool makes nothing");
            return made;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path base64(Path pfx) throws IOException {
        return Files.write(
                pfx.resolveSibling("base64.txt"), Base64.getMimeEncoder().encode(Files.readAllBytes(pfx)));
    }

    /** Once, by a program that this machine need not have. */
    private Sent made(String name, String... said) throws IOException {
        Path file = Files.write(pki.file(name + ".p12"), fixture(name + ".p12"));
        return new Sent(name, List.of(file), serial(fixture(name + ".pem")), List.of(said));
    }

    private static String serial(byte[] pem) {
        try {
            String digits = ((X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)))
                    .getSerialNumber()
                    .toString(16)
                    .toUpperCase(Locale.ROOT);
            return digits.length() % 2 == 0 ? digits : "0" + digits;
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] fixture(String name) {
        try (InputStream in = CustomerFiles.class.getResourceAsStream("files/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
