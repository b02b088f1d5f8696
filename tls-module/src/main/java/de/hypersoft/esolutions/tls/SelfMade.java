package de.hypersoft.esolutions.tls;

import de.hypersoft.esolutions.tls.keys.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for trying things out, signed by nobody: made by the JDK's keytool at the first start of a server that
 * has none of its own.
 */
final class SelfMade {

    private static final int DAYS = 397;
    private static final String NAMES = "san=dns:localhost,dns:*.localhost,dns:*.myhypersoftapp.de,ip:127.0.0.1,ip:::1";
    /** Protects nothing: the file's permissions do. */
    private static final String PASSWORD = "self-made";

    private SelfMade() {}

    /** The one in this folder; a new one when there is none, or it expires within a month. */
    static ServerCertificate in(Path folder, Instant now) throws IOException {
        Path file = folder.resolve("self-made.p12");
        if (Files.exists(file)) {
            ServerCertificate known = DefaultCertificate.read(file, null, PASSWORD);
            if (known.leaf()
                    .getNotAfter()
                    .toInstant()
                    .minusSeconds(30L * 86_400)
                    .isAfter(now)) return known;
        }
        make(file);
        return DefaultCertificate.read(file, null, PASSWORD);
    }

    private static void make(Path file) throws IOException {
        PrivateFile.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // Thousands of rounds over a password that stands here would cost each start a tenth of a second.
                "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
                "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE",
                "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "self-made",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost, OU=self-made for development",
                "-validity",
                String.valueOf(DAYS),
                "-ext",
                NAMES,
                "-ext",
                "eku=serverAuth",
                "-ext",
                "ku=digitalSignature",
                "-storetype",
                "PKCS12",
                "-keystore",
                half.toString(),
                "-storepass",
                PASSWORD));
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command) throws IOException {
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            keytool.getOutputStream().close();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0)
                throw new IOException("keytool made no certificate: " + said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        } finally {
            keytool.destroyForcibly();
        }
    }
}
