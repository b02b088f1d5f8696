package de.hypersoft.esolutions.certificates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Key-encryption keys by their id; the last line of the file is the one that seals, all of them open. */
final class KeyRing {

    static final int BYTES = 32;

    private final Map<String, SecretKey> keys;
    private final String newest;

    private KeyRing(Map<String, SecretKey> keys, String newest) {
        this.keys = keys;
        this.newest = newest;
    }

    /**
     * @param text lines of {@code id=base64 of 32 bytes}; empty lines and lines with # say nothing; ';' parts lines too
     * @throws IllegalStateException when a line is no key; says which line, never what stands there
     */
    static KeyRing read(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        String newest = "";
        int number = 0;
        for (String raw : text.split("[\n;]")) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            int equals = line.indexOf('=');
            newest = equals < 1 ? "" : line.substring(0, equals).strip();
            keys.put(checked(newest, number), key(line.substring(equals + 1).strip(), number));
        }
        if (keys.isEmpty()) throw new IllegalStateException("the key file holds no key");
        return new KeyRing(keys, newest);
    }

    /** A line for a key file. The id is made of the key, so two keys never have the same one. */
    static String line(byte[] key) {
        return idOf(key) + "=" + Base64.getEncoder().encodeToString(key);
    }

    String newest() {
        return newest;
    }

    Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    @Nullable
    SecretKey find(String id) {
        return keys.get(id);
    }

    private static String checked(String id, int line) {
        if (!id.matches("[A-Za-z0-9_-]{1,32}"))
            throw new IllegalStateException("line " + line + " of the key file is not id=key");
        return id;
    }

    private static SecretKey key(String base64, int line) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != BYTES)
            throw new IllegalStateException("line " + line + " of the key file holds no key of 32 bytes in base64");
        return new SecretKeySpec(bytes, "AES");
    }

    private static String idOf(byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("key-id:".getBytes(StandardCharsets.US_ASCII));
            return "k" + HexFormat.of().formatHex(sha256.digest(key)).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
