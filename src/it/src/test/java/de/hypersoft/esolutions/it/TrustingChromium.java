package de.hypersoft.esolutions.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Chromium with every check of certificates that a guest's has, trusting one root of ours more. Playwright's browser of
 * the other tests comes by plain HTTP, or looks at no certificate.
 */
final class TrustingChromium {

    private static final String FIXTURES = "trusted/";

    private final Path home;

    TrustingChromium(Path home) {
        this.home = home;
        Folders.remake(home);
        for (String part : List.of("cert9.db", "key4.db", "pkcs11.txt"))
            write(home.resolve(".pki/nssdb").resolve(part), fixture(part));
    }

    /** Of the root that it trusts. */
    static byte[] fixture(String name) {
        try (InputStream in = TrustingChromium.class.getResourceAsStream(FIXTURES + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that it shows, or the name of the error: {@code ERR_...} as Chromium calls it. */
    String visits(String host, int port) {
        Path said = home.resolve("said");
        ProcessBuilder command = new ProcessBuilder(
                        Browser.shell().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + home.resolve("profile"),
                        "--host-resolver-rules=MAP " + host + " 127.0.0.1",
                        "--dump-dom",
                        "https://" + host + ":" + port + "/")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        command.environment().put("HOME", home.toString());
        try {
            Process process = command.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Chromium does not end: " + Files.readString(said));
            }
            return Files.readString(said, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
