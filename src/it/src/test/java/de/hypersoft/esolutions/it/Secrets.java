package de.hypersoft.esolutions.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What may stand nowhere in clear: a private key however it is written, and the password of its file. */
final class Secrets {

    private final List<String> spellings;

    /** @param pkcs8 of a P-256 key, whose secret number is at 36 */
    Secrets(byte[] pkcs8, String password) {
        byte[] number = Arrays.copyOfRange(pkcs8, 36, 68);
        this.spellings = List.of(
                new String(number, StandardCharsets.ISO_8859_1),
                Base64.getEncoder().encodeToString(pkcs8).substring(48, 88),
                HexFormat.of().formatHex(number),
                HexFormat.of().formatHex(number).toUpperCase(Locale.ROOT),
                new BigInteger(1, number).toString(),
                "PRIVATE KEY-----",
                password);
    }

    void areNotIn(String text, String what) {
        for (int i = 0; i < spellings.size(); i++)
            assertThat(text.contains(spellings.get(i)))
                    .as("spelling " + i + " in " + what)
                    .isFalse();
    }

    /** Database, logs, copies on disk: all but what is shipped. */
    void areInNoFileOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("/deployments/")
                            && !f.toString().contains("/tmp/vfs"))
                    .toList();
            assertThat(written).anyMatch(f -> f.toString().endsWith(".mv.db"));
            assertThat(written).anyMatch(f -> f.toString().endsWith("certificates.snapshot"));
            assertThat(written).anyMatch(f -> f.toString().endsWith("server.log"));
            for (Path file : written) areNotIn(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
        }
    }
}
