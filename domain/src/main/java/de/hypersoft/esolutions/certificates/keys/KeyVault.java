package de.hypersoft.esolutions.certificates.keys;

import de.hypersoft.esolutions.kernel.Conflict;
import de.hypersoft.esolutions.tls.keys.KeyEncryptionKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database. Each gets a data key of its own, which is wrapped by the newest key-encryption key:
 * {@code H1.kekId.iv.wrapped data key.iv.secret}, AES-256-GCM both times. An envelope is bound to what it belongs to
 * and does not open elsewhere. Changing the key-encryption key only wraps the data keys anew.
 */
@ApplicationScoped
public class KeyVault {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final Supplier<KeyEncryptionKeys> keys;
    private final Runnable maker;
    private volatile String locked = "";

    /** With the keys of this server. */
    protected KeyVault() {
        this(KeyEncryptionKeys::ofServer, KeyEncryptionKeys::makeFirst);
    }

    /** @param maker makes the first key, where there is none */
    public KeyVault(Supplier<KeyEncryptionKeys> keys, Runnable maker) {
        this.keys = keys;
        this.maker = maker;
    }

    void makeFirst() {
        maker.run();
    }

    /** Nothing is sealed from now on: some of what is sealed already does not open. */
    void lock(String why) {
        this.locked = why;
    }

    void unlock() {
        this.locked = "";
    }

    boolean isLocked() {
        return !locked.isEmpty();
    }

    /**
     * @param belongsTo must be the same when it is opened, such as {@code tenant|host}
     * @throws KeyFileAway when there is no key file, or one that does not open what was sealed before
     */
    public String seal(byte[] secret, String belongsTo) {
        if (isLocked()) throw new KeyFileAway(locked);
        byte[] dataKey = random(KEY_BYTES);
        try {
            byte[] inner = encrypt(new SecretKeySpec(dataKey, "AES"), secret, belongsTo);
            return envelope(dataKey, TEXT.encodeToString(inner), belongsTo);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /**
     * @throws UnknownKey when the key-encryption key is not in this node's file
     * @throws BrokenEnvelope when it was changed, or belongs to something else
     */
    public byte[] open(String envelope, String belongsTo) {
        String[] parts = parts(envelope);
        byte[] dataKey = dataKey(parts, belongsTo);
        try {
            return decrypt(new SecretKeySpec(dataKey, "AES"), parts[3], belongsTo);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** The same secret under the newest key-encryption key; the secret itself is not opened. */
    public String rewrap(String envelope, String belongsTo) {
        String[] parts = parts(envelope);
        byte[] dataKey = dataKey(parts, belongsTo);
        try {
            return envelope(dataKey, parts[3], belongsTo);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** Under which key-encryption key an envelope lies. */
    public static String kekOf(String envelope) {
        return parts(envelope)[1];
    }

    public String newestKek() {
        return keys().current();
    }

    public Set<String> keks() {
        return keys().ids();
    }

    private KeyEncryptionKeys keys() {
        try {
            return keys.get();
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw new KeyFileAway(String.valueOf((cause == null ? e : cause).getMessage()));
        }
    }

    private String envelope(byte[] dataKey, String inner, String belongsTo) {
        KeyEncryptionKeys now = keys();
        String id = now.current();
        byte[] wrapped = encrypt(now.key(id), dataKey, belongsTo + "|" + id);
        return "H1." + id + "." + TEXT.encodeToString(wrapped) + "." + inner;
    }

    private byte[] dataKey(String[] parts, String belongsTo) {
        KeyEncryptionKeys now = keys();
        if (!now.ids().contains(parts[1])) throw new UnknownKey(parts[1]);
        return decrypt(now.key(parts[1]), parts[2], belongsTo + "|" + parts[1]);
    }

    private static String[] parts(String envelope) {
        String[] parts = envelope.split("\\.");
        if (parts.length != 4 || !parts[0].equals("H1")) throw new BrokenEnvelope("is no envelope");
        return parts;
    }

    private static byte[] encrypt(SecretKey key, byte[] clear, String belongsTo) {
        byte[] iv = random(IV_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, iv, belongsTo);
            byte[] result = Arrays.copyOf(iv, IV_BYTES + cipher.getOutputSize(clear.length));
            cipher.doFinal(clear, 0, clear.length, result, IV_BYTES);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    private static byte[] decrypt(SecretKey key, String text, String belongsTo) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text);
            if (sealed.length < IV_BYTES) throw new BrokenEnvelope("is too short");
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, IV_BYTES), belongsTo);
            return cipher.doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new BrokenEnvelope("was changed or belongs to something else");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, String belongsTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** There is no key file, it cannot be read, or it is not the one that all was sealed with. */
    public static final class KeyFileAway extends Conflict {
        KeyFileAway(String why) {
            super("key-file-lost", why);
        }
    }

    /** This node's key file lacks a key that rows of the database were sealed with. */
    public static final class UnknownKey extends Conflict {
        UnknownKey(String id) {
            super("key-file-lost", "the key file has no key " + id);
        }
    }

    /** An envelope that does not open. */
    public static final class BrokenEnvelope extends Conflict {
        BrokenEnvelope(String why) {
            super("certificate-key-damaged", "the envelope " + why);
        }
    }
}
