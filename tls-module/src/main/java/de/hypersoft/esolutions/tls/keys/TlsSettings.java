package de.hypersoft.esolutions.tls.keys;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets, by environment variable, or by a system property as the application reads them too.
 *
 * @param data the server's data folder; null where no server runs (the build configures one without it)
 * @param keys {@code ESOLUTIONS_KEYS}: the key-encryption keys themselves, divided by semicolons
 * @param keyFile {@code ESOLUTIONS_KEY_FILE}: a file of them; without either, one in the data folder, made while nothing is
 *     sealed yet
 * @param certificate {@code ESOLUTIONS_TLS_FILE}: the default certificate as PFX, or as PEM chain; null means one that
 *     this server signs itself
 * @param privateKey {@code ESOLUTIONS_TLS_KEY_FILE}: the PKCS #8 key of a PEM chain; null when it is in the same file
 * @param password {@code ESOLUTIONS_TLS_PASSWORD}: of the PFX
 */
public record TlsSettings(
        @Nullable Path data,
        @Nullable String keys,
        @Nullable Path keyFile,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        String password) {

    public static TlsSettings ofServer() {
        String password = text("esolutions.tls-password");
        return new TlsSettings(
                path("esolutions.data"),
                text("esolutions.keys"),
                path("esolutions.key-file"),
                path("esolutions.tls-file"),
                path("esolutions.tls-key-file"),
                password == null ? "" : password);
    }

    private static @Nullable Path path(String name) {
        String value = text(name);
        return value == null ? null : Path.of(value);
    }

    /** As MicroProfile Config does: the property, the variable's name as property, the variable. */
    private static @Nullable String text(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return Stream.of(System.getProperty(name), System.getProperty(variable), System.getenv(variable))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Settings[" + data + "]"; // neither password nor key
    }
}
