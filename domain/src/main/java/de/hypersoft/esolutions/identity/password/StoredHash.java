package de.hypersoft.esolutions.identity.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What stands in the database of a password: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, as every program writes
 * Argon2 (memory in KiB, passes, threads; bytes in Base64 without padding). Formerly it was
 * {@code pbkdf2-sha256:iterations:salt:hash}, which is still read.
 */
final class StoredHash {

    private static final int PASSES = 2;
    private static final Pattern ARGON =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final boolean former;
    private final int cost;
    private final int passes;
    private final byte[] salt;
    private final byte[] hash;

    /**
     * @param former by PBKDF2
     * @param cost KiB of memory; of the former, iterations
     */
    private StoredHash(boolean former, int cost, int passes, byte[] salt, byte[] hash) {
        this.former = former;
        this.cost = cost;
        this.passes = passes;
        this.salt = salt;
        this.hash = hash;
    }

    /** @param memory in KiB */
    static StoredHash argon2id(int memory, byte[] salt, byte[] hash) {
        return new StoredHash(false, memory, PASSES, salt, hash);
    }

    /** @throws IllegalArgumentException for what is neither of the two */
    static StoredHash read(String text) {
        Base64.Decoder base64 = Base64.getDecoder();
        Matcher argon = ARGON.matcher(text);
        if (argon.matches())
            return new StoredHash(
                    false,
                    Integer.parseInt(argon.group(1)),
                    Integer.parseInt(argon.group(2)),
                    base64.decode(argon.group(3)),
                    base64.decode(argon.group(4)));
        String[] parts = text.split(":", -1);
        if (parts.length != 4 || !parts[0].equals("pbkdf2-sha256"))
            throw new IllegalArgumentException("no hash of a password");
        return new StoredHash(true, Integer.parseInt(parts[1]), 1, base64.decode(parts[2]), base64.decode(parts[3]));
    }

    String text() {
        if (former) throw new IllegalStateException("nothing is stored in the former way any more");
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost + ",t=" + passes + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    boolean isWeakerThan(int memory) {
        return former || passes < PASSES || cost < memory;
    }

    boolean is(byte[] derived) {
        return MessageDigest.isEqual(hash, derived);
    }

    /** The slow part: what this hash is if it is of that password. */
    byte[] derive(String password) {
        return former ? pbkdf2(password) : argon2id(password);
    }

    private byte[] argon2id(String password) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(cost)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        byte[] derived = new byte[hash.length];
        argon.generateBytes(password.getBytes(StandardCharsets.UTF_8), derived);
        return derived;
    }

    private byte[] pbkdf2(String password) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, cost, 8 * hash.length);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
