package de.hypersoft.esolutions.tls.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys (AES, 256 bits) under which all others are encrypted at rest: lines {@code kekId=base64}, from a file or the
 * environment. The last one is the one to encrypt with, the others still decrypt. All nodes of one database have the
 * same. A file is read again when it has changed, so a new key needs no restart.
 */
public final class KeyEncryptionKeys {

    private static final System.Logger LOG = System.getLogger(KeyEncryptionKeys.class.getName());
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]{1,32})=([A-Za-z0-9+/]+=*)");
    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final SecureRandom RANDOM = new SecureRandom();

    private static @Nullable Copy copy;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private String current = "";

    private KeyEncryptionKeys(String source, List<String> lines) throws IOException {
        for (String raw : lines) {
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) add(source, line);
        }
        if (keys.isEmpty()) throw new IOException(source + " holds no key-encryption key");
    }

    /**
     * Those of this server as they are now: {@code ESOLUTIONS_KEYS}, or the file {@code ESOLUTIONS_KEY_FILE}, or a file
     * in the data folder. A file that is not there is an error: what was sealed opens with no other key.
     *
     * @throws UncheckedIOException when they cannot be read or a line is no key; no message quotes one
     */
    public static KeyEncryptionKeys ofServer() {
        try {
            return of(TlsSettings.ofServer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the file of a new installation in the data folder, unless it is there, or other keys were named.
     *
     * <p>To be called only by whoever knows that nothing has been sealed yet: in place of a file that was lost, a new key
     * would hide that everything sealed is lost with it.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void makeFirst() {
        try {
            makeFirst(TlsSettings.ofServer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized void makeFirst(TlsSettings settings) throws IOException {
        if (settings.keys() != null || settings.keyFile() != null || settings.data() == null) return;
        Path file = ownFile(settings.data());
        if (!Files.exists(file)) PrivateFile.create(file, (newLine() + "\n").getBytes(US_ASCII), "r--------");
    }

    /** @throws IOException when the file cannot be read or a line is no key; no message quotes one */
    public static KeyEncryptionKeys read(Path file) throws IOException {
        return new KeyEncryptionKeys(file.toString(), Files.readAllLines(file));
    }

    /**
     * @param lines divided by semicolons
     * @throws IOException when one of them is no key; no message quotes one
     */
    public static KeyEncryptionKeys inline(String lines) throws IOException {
        return new KeyEncryptionKeys("ESOLUTIONS_KEYS", List.of(lines.split(";")));
    }

    /** A line with a new key, for the end of the file. Its id is part of its hash. */
    public static String newLine() {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return "k" + hash(key, 4) + "=" + Base64.getEncoder().encodeToString(key);
    }

    public static synchronized KeyEncryptionKeys of(TlsSettings settings) throws IOException {
        String keys = settings.keys();
        if (keys != null) return inline(keys);
        if (settings.keyFile() != null) return asItIs(settings.keyFile());
        if (settings.data() == null) throw new IOException("neither ESOLUTIONS_KEY_FILE nor a data folder is set");
        return asItIs(ownFile(settings.data()));
    }

    private static Path ownFile(Path data) {
        return data.resolve("keys/certificates.keys");
    }

    private static KeyEncryptionKeys asItIs(Path file) throws IOException {
        if (!Files.exists(file)) throw new NoSuchFileException(file.toString(), null, "the key file is not there");
        PosixFileAttributes now = Files.readAttributes(file, PosixFileAttributes.class);
        String state = file + " " + now.fileKey() + " " + now.lastModifiedTime() + " " + now.size();
        Copy known = copy;
        if (known != null && known.state.equals(state)) return known.keys;
        KeyEncryptionKeys read = read(file);
        if (now.permissions().stream().anyMatch(OTHERS::contains))
            LOG.log(System.Logger.Level.WARNING, "{0} can be read by others than its owner: chmod 0400", file);
        LOG.log(System.Logger.Level.INFO, "keys are encrypted with {0}, decrypted with {1}", read.current, read.ids());
        copy = new Copy(state, read);
        return read;
    }

    /** The id of the key to encrypt with. */
    public String current() {
        return current;
    }

    public Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    /** @throws IllegalStateException when there is no such key in the file */
    public SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) throw new IllegalStateException("the file of key-encryption keys has none named " + id);
        return key;
    }

    /** The first 16 hexadecimal digits of its SHA-256: enough to compare the files of two nodes, useless otherwise. */
    public String fingerprint(String id) {
        return hash(key(id).getEncoded(), 8);
    }

    @Override
    public String toString() {
        return "KeyEncryptionKeys" + keys.keySet();
    }

    private void add(String source, String line) throws IOException {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) throw new IOException(source + " has a line that is not kekId=base64");
        byte[] key = decoded(parts.group(2));
        if (key.length != LENGTH) throw new IOException(source + ": " + parts.group(1) + " has not 32 bytes");
        if (keys.put(parts.group(1), new SecretKeySpec(key, "AES")) != null)
            throw new IOException(source + " has " + parts.group(1) + " twice");
        current = parts.group(1);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // refused for its length
        }
    }

    private static String hash(byte[] key, int length) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** @param state of the file when it was read */
    private record Copy(String state, KeyEncryptionKeys keys) {}
}
