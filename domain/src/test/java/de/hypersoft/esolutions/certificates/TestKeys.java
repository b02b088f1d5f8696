package de.hypersoft.esolutions.certificates;

import de.hypersoft.esolutions.certificates.keys.KeyVault;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Vaults with the keys of a test. */
public final class TestKeys {

    private TestKeys() {}

    /** @param lines divided by semicolons, the last one seals */
    public static KeyVault vault(String lines) {
        return new KeyVault(
                () -> {
                    try {
                        return KeyEncryptionKeys.inline(lines);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                () -> {});
    }

    /** As it is whenever it is used. */
    public static KeyVault vault(Path file) {
        return new KeyVault(
                () -> {
                    try {
                        return KeyEncryptionKeys.read(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                () -> {
                    try {
                        if (!Files.exists(file)) Files.writeString(file, KeyEncryptionKeys.newLine());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
